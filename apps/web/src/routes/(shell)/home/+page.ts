import { error } from '@sveltejs/kit'
import { getAbout } from '@sepiola/api-client/endpoints/config.ts'
import { loadHome } from '#lib/about/load-home.ts'
import { call } from '#lib/api/call.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent()
  const [nodes, about] = await Promise.all([
    loadHome(fetch),
    call(getAbout, { fetch }),
    loadMessages(locale, 'late', 'about'),
  ])
  if (!nodes) error(404)
  return { nodes, avatars: about.instance.avatars, banners: about.instance.banners }
}
