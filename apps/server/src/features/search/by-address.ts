import { shortToUuid } from '@sepiola/contract/short-uuid.ts'

/** Whether a search names one thing by its address. */
export const isAddress = (search: string | undefined): search is string => /^https?:\/\//.test(search ?? '')

const short = (path: string): string =>
  path.replace(/[^/]+$/, (last) => (last.includes('-') ? last : (shortToUuid(last) ?? last)))

/** Client addresses and what ActivityPub calls the same thing (spec 03 §21). */
const renamed: readonly [RegExp, (path: string) => string][] = [
  [/^\/w\/p\//, (path) => short(path.replace('/w/p/', '/video-playlists/'))],
  [/^\/videos\/watch\/playlist\//, (path) => short(path.replace('/videos/watch/playlist/', '/video-playlists/'))],
  [/^\/w\//, (path) => short(path.replace('/w/', '/videos/watch/'))],
  [/^\/videos\/watch\//, short],
  [/^\/c\//, (path) => path.replace('/c/', '/video-channels/').replace(/^(\/video-channels\/[^/]+)\/.*$/, '$1')],
]

/** ActivityPub addresses that the thing at this address may be known by. */
export function knownAddresses(search: string): string[] {
  const found = [search]
  const address = URL.parse(search)
  if (address) {
    address.search = ''
    address.hash = ''
    const rename = renamed.find(([pattern]) => pattern.test(address.pathname))
    found.push(address.href)
    if (rename) found.push(address.origin + rename[1](address.pathname))
  }
  return [...new Set(found)]
}
