import { shortToUuid } from '@sepiola/contract/short-uuid.ts'

/** Whether a search names one thing by its address; phones write its first letter large. */
export const isAddress = (search: string | undefined): search is string => /^https?:\/\//i.test(search ?? '')

const short = (path: string): string =>
  path.replace(/[^/]+$/, (last) => (last.includes('-') ? last : (shortToUuid(last) ?? last)))

/** Client addresses and what ActivityPub calls the same thing (spec 03 §21). */
const renamed: readonly [RegExp, (path: string) => string][] = [
  [/^\/video-playlists\/embed\//, (path) => short(path.replace('/embed/', '/'))],
  [/^\/videos\/embed\//, (path) => short(path.replace('/embed/', '/watch/'))],
  [/^\/w\/p\//, (path) => short(path.replace('/w/p/', '/video-playlists/'))],
  [/^\/videos\/watch\/playlist\//, (path) => short(path.replace('/videos/watch/playlist/', '/video-playlists/'))],
  [/^\/w\//, (path) => short(path.replace('/w/', '/videos/watch/'))],
  [/^\/videos\/watch\//, short],
  [/^\/(?:c|video-channels)\//, (path) => path.replace(/^\/[^/]+\/([^/]+).*$/, '/video-channels/$1')],
]

/** Without what the client adds: `/w/{id};threadId=5`, a slash at the end. */
const bare = (path: string): string => path.replace(/;[^/]*$/, '').replace(/\/+$/, '')

/** ActivityPub addresses that the thing at this address may be known by. */
export function knownAddresses(search: string): string[] {
  const found = [search]
  const address = URL.parse(search)
  if (address) {
    address.search = ''
    address.hash = ''
    found.push(address.href)
    address.pathname = bare(address.pathname)
    const rename = renamed.find(([pattern]) => pattern.test(address.pathname))
    found.push(address.href)
    if (rename) found.push(address.origin + rename[1](address.pathname))
  }
  return [...new Set(found)]
}
