import { redirectOf } from './redirects.ts'

/** What `/` shows (spec 09 §2.1). */
export interface StartPage {
  /** Path of the page, `/` for the list of videos. */
  path: string
  /** Of the list of videos, with its question mark; empty when it is the usual one. */
  search: string
}

/** `route`: `instance.default_client_route`, also one of old. What leads to another site or to itself is the list. */
export function readStartPage(route: string | undefined): StartPage {
  const base = 'http://start.invalid'
  const asked = URL.parse(route ?? '', base)
  if (!asked || asked.origin !== base) return { path: '/', search: '' }
  const moved = redirectOf(asked)
  const { pathname, search } = moved === undefined ? asked : new URL(moved, base)
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  return path === '/' || path === '/videos/browse' ? { path: '/', search } : { path, search: '' }
}
