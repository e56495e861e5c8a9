import type { Reroute } from '@sveltejs/kit/hooks'
import { matchLocale } from '#lib/i18n/locales.ts'
import { aliasOf } from '#lib/routes/aliases.ts'
import type { PublicConfig } from '#lib/api/types.ts'

/** What `/` shows; the server has told it to the browser by the time that this is asked there. */
async function startPath(fetch: typeof globalThis.fetch): Promise<string> {
  if (!import.meta.env.SSR) return document.documentElement.dataset['start'] ?? '/'
  const { findStartPage } = await import('#lib/server/find-start-page.ts')
  const config = (await (await fetch('/api/v1/config')).json()) as PublicConfig
  return (await findStartPage(config.instance.defaultClientRoute, fetch)).path
}

/** Addresses that show the page of another one (spec 09 §2.1, §2.7, §7.1). */
export const reroute: Reroute = ({ url, fetch }) => {
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : url.pathname
  if (path === '/') return startPath(fetch)
  if (/^\/[a-z]{2,3}(-[A-Za-z-]+)?$/.test(path) && matchLocale(path.slice(1))) return startPath(fetch)
  return aliasOf(path)
}
