import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import { getAccount } from '@sepiola/api-client/endpoints/accounts/get-account.ts'
import { getAccountVideos } from '@sepiola/api-client/endpoints/accounts/get-account-videos.ts'
import { getAccountsByNameVideoChannels } from '@sepiola/api-client/endpoints/video-channels/get-accounts-by-name-video-channels.ts'
import { getVideoChannel } from '@sepiola/api-client/endpoints/video-channels/get-video-channel.ts'
import { getAccountsByNameVideoPlaylists } from '@sepiola/api-client/endpoints/video-playlists/get-accounts-by-name-video-playlists.ts'
import { getVideoChannelsByChannelHandleVideoPlaylists } from '@sepiola/api-client/endpoints/video-playlists/get-video-channels-by-channel-handle-video-playlists.ts'
import { getVideoChannelVideos } from '@sepiola/api-client/endpoints/video/get-video-channel-videos.ts'
import { error } from '@sveltejs/kit'
import { call } from '#lib/api/call.ts'
import type { Actor, Channel, List, ListedVideo } from '#lib/api/types.ts'
import { pageNumber } from '#lib/video/paging.ts'
import { listNarrowings, readFilters, writeFilters, type Filters } from '#lib/search/filters.ts'
import { searchWords } from '#lib/search/search-words.ts'
import { loadVideoLabels, noLabels, type VideoLabels } from '#lib/search/video-labels.ts'
import type { Playlist } from '#lib/video/playlist.ts'

export const perPage = 24

export const actorSorts = ['-publishedAt', 'publishedAt', '-views', '-likes', 'name'] as const
export type ActorSort = (typeof actorSorts)[number]

/** Parts of the page, by the end of its address (spec 09 §2.1). */
const tabs = {
  account: { videos: 'videos', 'video-channels': 'channels', 'video-playlists': 'playlists', about: 'about' },
  channel: { videos: 'videos', 'video-playlists': 'playlists', about: 'about' },
} as const
export type ActorTab = 'videos' | 'channels' | 'playlists' | 'about'

/** What the address asks for. */
export interface ActorQuestion {
  kind: 'account' | 'channel'
  handle: string
  sort: ActorSort
  search: string
  filters: Filters
  number: number
}

export interface ActorPage extends ActorQuestion {
  actor: Channel
  tab: ActorTab
  /** Of an account: its channels, whose followers count, too. */
  channels: Channel[]
  /** Of the first of these channels, by identifier: their newest videos. */
  latest: Record<number, ListedVideo[]>
  /** Of all of it, whatever narrows the list. */
  videosTotal: number | undefined
  /** Of what the list can be narrowed by. */
  labels: VideoLabels
  videos?: List<ListedVideo> | undefined
  playlists?: List<Playlist> | undefined
  /** Trusted HTML. */
  description: string
  support: string
}

type Fetch = typeof globalThis.fetch
type Ask = { fetch?: Fetch }

export async function loadActor(
  kind: ActorQuestion['kind'],
  handle: string,
  url: URL,
  fetch: Fetch,
  locale: string,
): Promise<ActorPage> {
  const asked = url.searchParams.get('sort')
  const search = searchWords(url.searchParams)
  const sort = actorSorts.find((known) => known === asked) ?? '-publishedAt'
  const filters = readFilters(url.searchParams)
  const question = { kind, handle, sort, search, filters, number: pageNumber(url) }
  const narrowed = search !== '' || listNarrowings(filters).length > 0
  const tab = tabOf(kind, url.pathname)
  try {
    const [actor, channels, videos, playlists, counted, labels] = await Promise.all([
      findActor(question, fetch),
      kind === 'account' ? askChannels(handle, fetch) : undefined,
      tab === 'videos' ? askVideos(question, question.number, { fetch }) : undefined,
      tab === 'playlists' ? askPlaylists(question, question.number, { fetch }) : undefined,
      tab !== 'videos' || narrowed ? countVideos(question, fetch) : undefined,
      tab === 'videos' ? loadVideoLabels(fetch, locale) : noLabels,
    ])
    const latest = tab === 'channels' ? await askLatest(channels?.data ?? [], handle, fetch) : {}
    const videosTotal = (counted ?? videos)?.total
    const texts = tab === 'about' ? await renderTexts(actor) : { description: '', support: '' }
    return {
      ...question,
      tab,
      actor,
      channels: channels?.data ?? [],
      latest,
      videosTotal,
      labels,
      videos,
      playlists,
      ...texts,
    }
  } catch (problem) {
    if (problem instanceof ApiProblem) error(problem.status, problem.detail)
    throw problem
  }
}

function tabOf(kind: ActorQuestion['kind'], path: string): ActorTab {
  const known: Readonly<Record<string, ActorTab>> = tabs[kind]
  const end = path.replace(/\/$/, '').split('/').at(-1) ?? ''
  return (Object.hasOwn(known, end) && known[end]) || 'videos'
}

/** The parts of an actor's page with their addresses. */
export function listTabs(kind: ActorQuestion['kind'], handle: string): Array<{ tab: ActorTab; href: string }> {
  const base = kind === 'account' ? `/a/${handle}` : `/c/${handle}`
  return Object.entries(tabs[kind]).map(([end, tab]) => ({ tab, href: `${base}/${end}` }))
}

async function findActor({ kind, handle }: ActorQuestion, fetch: Fetch): Promise<Channel> {
  if (kind === 'channel') return call(getVideoChannel, { params: { channelHandle: handle }, fetch })
  const account: Actor = await call(getAccount, { params: { name: handle }, fetch })
  return account
}

const askChannels = (name: string, fetch: Fetch) =>
  call(getAccountsByNameVideoChannels, { params: { name }, query: { count: 100, sort: '-updatedAt' }, fetch })

/** Channels on the page of their account that show some of their videos, and how many. */
const channelsWithVideos = 8
const latestVideos = 3

async function askLatest(channels: Channel[], handle: string, fetch: Fetch): Promise<ActorPage['latest']> {
  const [, host] = handle.split('@')
  const query = { count: latestVideos, sort: '-publishedAt' as const, skipCount: true }
  const lists = channels.slice(0, channelsWithVideos).map(async ({ id, name }) => {
    const params = { channelHandle: host ? `${name}@${host}` : name }
    // A channel without its videos is still one.
    const list = await call(getVideoChannelVideos, { params, query, fetch }).catch(() => undefined)
    return [id, list?.data ?? []] as const
  })
  return Object.fromEntries(await Promise.all(lists))
}

async function countVideos(question: ActorQuestion, fetch: Fetch): Promise<List<ListedVideo> | undefined> {
  const all = { ...question, search: '', filters: readFilters(new URLSearchParams()) }
  return askVideos(all, 1, { fetch }, 0).catch(() => undefined)
}

export function askVideos(
  question: ActorQuestion,
  number: number,
  ask: Ask = {},
  count = perPage,
): Promise<List<ListedVideo>> {
  const { kind, handle, sort, search, filters } = question
  const query = { ...pageOf(number), count, sort, ...(search ? { search } : {}), ...writeFilters(filters) }
  return kind === 'account'
    ? call(getAccountVideos, { params: { name: handle }, query, ...ask })
    : call(getVideoChannelVideos, { params: { channelHandle: handle }, query, ...ask })
}

/** Public ones; a channel's in the order that its owner chose. */
export function askPlaylists(question: ActorQuestion, number: number, ask: Ask = {}): Promise<List<Playlist>> {
  const { kind, handle } = question
  const page = pageOf(number)
  if (kind === 'channel') {
    const query = { ...page, sort: 'videoChannelPosition' as const }
    return call(getVideoChannelsByChannelHandleVideoPlaylists, { params: { channelHandle: handle }, query, ...ask })
  }
  const query = { ...page, sort: '-updatedAt' as const, playlistType: 1 as const }
  return call(getAccountsByNameVideoPlaylists, { params: { name: handle }, query, ...ask })
}

const pageOf = (number: number) => ({ start: (number - 1) * perPage, count: perPage })

async function renderTexts({ description, support }: Channel) {
  const { renderMarkdown } = await import('#lib/markdown.ts')
  return {
    description: description ? renderMarkdown(description) : '',
    support: support ? renderMarkdown(support) : '',
  }
}
