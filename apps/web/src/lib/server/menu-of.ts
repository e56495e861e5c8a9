import type { PublicConfig } from '../api/types.ts'
import { trendingSort } from '../browse/trending-sort.ts'
import type { StartPage } from '../routes/start-page.ts'

/** Entries of the menu that follow the settings: all videos have one of their own where `/` is another page. */
export function menuOf(config: PublicConfig, { path }: StartPage): NonNullable<PublicConfig['menu']> {
  const sort = trendingSort(config)
  const written = config.homepage?.enabled === true && path !== '/home'
  return {
    home: written ? '/home' : '/',
    videos: path !== '/' ? '/videos/browse' : written ? '/' : undefined,
    trending: sort && `/videos/browse?sort=${sort}`,
  }
}
