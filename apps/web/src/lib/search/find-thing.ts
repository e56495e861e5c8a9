import { getAccount } from '@sepiola/api-client/endpoints/accounts/get-account.ts'
import { searchChannels } from '@sepiola/api-client/endpoints/search/search-channels.ts'
import { searchPlaylists } from '@sepiola/api-client/endpoints/search/search-playlists.ts'
import { searchVideos } from '@sepiola/api-client/endpoints/search/search-videos.ts'
import { getVideoPlaylistsByPlaylistId } from '@sepiola/api-client/endpoints/video-playlists/get-video-playlists-by-playlist-id.ts'
import { getVideo } from '@sepiola/api-client/endpoints/video/get-video.ts'
import { call } from '#lib/api/call.ts'
import type { ActorSummary } from '#lib/api/types.ts'
import { handleOf } from '#lib/video/handle.ts'
import type { Named } from './read-named.ts'

interface Here {
  /** Of this server. */
  origin: string
  fetch: typeof globalThis.fetch
}

const ownPages = /^\/(w|c|a|videos\/watch|video-channels|accounts|video-playlists\/watch)\/[^/]|^\/@./

/** The page of this server that shows what an address or a handle names; undefined when it is not known. */
export async function findThing(named: Named, text: string, here: Here): Promise<string | undefined> {
  if (named.kind === 'address') {
    const { origin, pathname, search } = named.url
    if (origin === here.origin && ownPages.test(pathname)) return pathname + search
    return findAddress(text, here)
  }
  if (named.kind === 'uuid') return findByUuid(named.uuid, here)
  const { handle } = named
  const [channel, account] = await Promise.all([findChannel(handle, here), findAccount(handle, here)])
  return account ?? channel
}

async function findByUuid(uuid: string, { fetch }: Here): Promise<string | undefined> {
  const [video, playlist] = await Promise.all([
    orNothing(call(getVideo, { params: { id: uuid }, fetch })),
    orNothing(call(getVideoPlaylistsByPlaylistId, { params: { playlistId: uuid }, fetch })),
  ])
  if (video) return `/w/${video.shortUUID}`
  return playlist && `/w/p/${playlist.shortUUID}`
}

async function findAddress(search: string, here: Here): Promise<string | undefined> {
  const query = { search, count: 1 }
  const { fetch } = here
  const [videos, channels, playlists] = await Promise.all([
    orNothing(call(searchVideos, { query, fetch })),
    orNothing(call(searchChannels, { query, fetch })),
    orNothing(call(searchPlaylists, { query, fetch })),
  ])
  const [video, channel, playlist] = [videos?.data[0], channels?.data[0], playlists?.data[0]]
  if (video) return `/w/${video.shortUUID}`
  if (playlist) return `/w/p/${playlist.shortUUID}`
  return channel && channelPage(channel, here)
}

async function findChannel(handle: string, here: Here): Promise<string | undefined> {
  const name = handle.includes('@') ? handle : `${handle}@${here.origin.replace(/^https?:\/\//, '')}`
  const found = await orNothing(call(searchChannels, { query: { search: name, count: 1 }, fetch: here.fetch }))
  const [channel] = found?.data ?? []
  return channel && channelPage(channel, here)
}

async function findAccount(handle: string, here: Here): Promise<string | undefined> {
  const account = await orNothing(call(getAccount, { params: { name: handle }, fetch: here.fetch }))
  return account && `/a/${handleOf(account, here.origin)}`
}

const channelPage = (channel: Pick<ActorSummary, 'name' | 'host'>, { origin }: Here) =>
  `/c/${handleOf(channel, origin)}`

/** What is not found is no failure: the words are searched for. */
async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch(() => undefined)
}
