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
  number: number
}

export interface ActorPage extends ActorQuestion {
  actor: Channel
  tab: ActorTab
  /** Of an account: its channels, whose followers count, too. */
  channels: Channel[]
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
): Promise<ActorPage> {
  const asked = url.searchParams.get('sort')
  const search = (url.searchParams.get('search') ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200)
  const sort = actorSorts.find((known) => known === asked) ?? '-publishedAt'
  const question = { kind, handle, sort, search, number: pageNumber(url) }
  const tab = tabOf(kind, url.pathname)
  try {
    const [actor, channels, videos, playlists] = await Promise.all([
      findActor(question, fetch),
      kind === 'account' ? askChannels(handle, fetch) : undefined,
      tab === 'videos' ? askVideos(question, question.number, { fetch }) : undefined,
      tab === 'playlists' ? askPlaylists(question, question.number, { fetch }) : undefined,
    ])
    const texts = tab === 'about' ? await renderTexts(actor) : { description: '', support: '' }
    return { ...question, tab, actor, channels: channels?.data ?? [], videos, playlists, ...texts }
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

export function askVideos(question: ActorQuestion, number: number, ask: Ask = {}): Promise<List<ListedVideo>> {
  const { kind, handle, sort, search } = question
  const query = { ...pageOf(number), sort, ...(search ? { search } : {}) }
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
