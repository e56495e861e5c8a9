import { aliasOf } from './aliases.ts'
import { isPage } from './pages.ts'
import { redirectOf } from './redirects.ts'

/** What `/` shows (spec 09 §2.1). */
export interface StartPage {
  /** Path of the page, `/` for the list of videos. */
  path: string
  /** Of the list of videos, with its question mark; empty when it is the usual one. */
  search: string
}

const list: StartPage = { path: '/', search: '' }

/** The route that the administrator was told of. */
let told: string | undefined

/**
 * `route`: `instance.default_client_route`, also one of old. What leads to another site, to itself or nowhere is the
 * list; whether what the page is about exists, `findStartPage` asks.
 */
export function readStartPage(route: string | undefined): StartPage {
  const base = 'http://start.invalid'
  const asked = URL.parse(route ?? '', base)
  if (!asked || asked.origin !== base) return list
  const moved = redirectOf(asked)
  const { pathname, search } = moved === undefined ? asked : new URL(moved, base)
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  if (path === '/' || path === '/videos/browse') return { path: '/', search }
  const page = aliasOf(path) ?? path
  return isPage(page) ? { path: page, search: '' } : refuseStartPage(route)
}

/** The list instead of what is not there, which the log says once. */
export function refuseStartPage(route: string | undefined): StartPage {
  if (told !== route) console.warn(`There is no page ${route} (instance.default_client_route): / is the list of videos`)
  told = route
  return list
}
