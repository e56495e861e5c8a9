import { searchChannels } from '@sepiola/api-client/endpoints/search/search-channels.ts'
import { searchPlaylists } from '@sepiola/api-client/endpoints/search/search-playlists.ts'
import { searchVideos } from '@sepiola/api-client/endpoints/search/search-videos.ts'
import { redirect } from '@sveltejs/kit'
import { call } from '#lib/api/call.ts'
import type { Channel, List, ListedVideo } from '#lib/api/types.ts'
import type { Playlist } from '#lib/video/playlist.ts'
import { ownWishes } from '#lib/session/own-wishes.ts'
import { pageNumber } from '#lib/video/paging.ts'
import { listNarrowings, readFilters, writeFilters, type Filters } from './filters.ts'
import { findThing } from './find-thing.ts'
import { readNamed } from './read-named.ts'
import { searchWords } from './search-words.ts'
import { loadVideoLabels, type VideoLabels } from './video-labels.ts'

export const perPage = 24
/** Channels and playlists above the videos. */
const fewAbove = 3

export interface CaptionMatch {
  language: string
  /** Seconds. */
  start: number
  text: string
}

export interface FoundVideo extends ListedVideo {
  captionMatches?: CaptionMatch[]
}

export const resultTypes = ['videos', 'channels', 'playlists'] as const
export type ResultType = (typeof resultTypes)[number]

export const searchSorts = ['-match', '-publishedAt', '-views', '-likes', 'duration', '-duration'] as const
export type SearchSort = (typeof searchSorts)[number]

/** What the address asks for. */
export interface Question {
  text: string
  /** Undefined: videos, with some channels and playlists above. */
  type: ResultType | undefined
  filters: Filters
  sort: SearchSort
  number: number
}

export interface SearchPage extends Question {
  labels: VideoLabels
  /** Absent when nothing was asked for. */
  videos?: List<FoundVideo> | undefined
  channels?: List<Channel> | undefined
  playlists?: List<Playlist> | undefined
  /** The words name one thing that is not known here. */
  unknown?: 'address' | 'handle' | 'uuid' | undefined
  failure?: unknown
}

interface Around {
  /** The public one of this server. */
  origin: string
  locale: string
  fetch: typeof globalThis.fetch
}

/** What is searched for; redirects to what an address or a handle names. */
export async function loadSearch(url: URL, around: Around): Promise<SearchPage> {
  const question = readQuestion(url)
  const { text, type, filters, number } = question
  const narrowed = listNarrowings(filters).length > 0
  const labels = await loadVideoLabels(around.fetch, around.locale)
  if (!text && !narrowed) return { ...question, labels }
  const named = readNamed(text)
  if (named) {
    const path = await findThing(named, text, around)
    if (path) redirect(302, path)
    if (named.kind === 'address') return { ...question, labels, unknown: named.kind }
  }
  const beside = text !== '' && type === undefined && !narrowed && number === 1
  // What stands above the videos may be missing.
  const above = <T>(ask: (text: string, page: Page, fetch: Ask) => Promise<T>) =>
    ask(text, { start: 0, count: fewAbove }, around.fetch).catch(() => undefined)
  try {
    const [videos, channels, playlists] = await Promise.all([
      type === undefined || type === 'videos' ? askVideos(question, number, around.fetch) : undefined,
      type === 'channels' ? askChannels(text, pageOf(number), around.fetch) : beside ? above(askChannels) : undefined,
      type === 'playlists'
        ? askPlaylists(text, pageOf(number), around.fetch)
        : beside
          ? above(askPlaylists)
          : undefined,
    ])
    return {
      ...question,
      labels,
      videos,
      channels,
      playlists,
      unknown: named?.kind,
    }
  } catch (failure) {
    return { ...question, labels, failure }
  }
}

function readQuestion(url: URL): Question {
  const search = url.searchParams
  const sort = searchSorts.find((known) => known === search.get('sort')) ?? '-match'
  const text = searchWords(search, 500)
  const type = resultTypes.find((known) => known === search.get('resultType'))
  return { text, type, filters: readFilters(search), sort, number: pageNumber(url) }
}

type Page = { start: number; count: number }
type Ask = typeof globalThis.fetch | undefined

export const pageOf = (number: number): Page => ({ start: (number - 1) * perPage, count: perPage })
const through = (fetch: Ask) => (fetch ? { fetch } : {})
const wordsOf = (text: string) => (text ? { search: text } : {})

export function askVideos(question: Question, number: number, fetch?: Ask): Promise<List<FoundVideo>> {
  const { text, filters, sort } = question
  // Without words nothing matches better than anything else.
  const order = !text && sort === '-match' ? '-publishedAt' : sort
  const narrowed = writeFilters(filters)
  const query = { ...pageOf(number), ...wordsOf(text), ...ownWishes(narrowed), ...narrowed, sort: order }
  return call(searchVideos, { query, ...through(fetch) })
}

export function askChannels(text: string, page: Page, fetch?: Ask): Promise<List<Channel>> {
  return call(searchChannels, { query: { ...page, ...wordsOf(text) }, ...through(fetch) })
}

export function askPlaylists(text: string, page: Page, fetch?: Ask): Promise<List<Playlist>> {
  return call(searchPlaylists, { query: { ...page, ...wordsOf(text) }, ...through(fetch) })
}
