import { addPlaylist } from '@sepiola/api-client/endpoints/video-playlists/add-playlist.ts'
import { delVideoPlaylistVideo } from '@sepiola/api-client/endpoints/video-playlists/del-video-playlist-video.ts'
import { getAccountsByNameVideoPlaylists } from '@sepiola/api-client/endpoints/video-playlists/get-accounts-by-name-video-playlists.ts'
import { getUsersMeVideoPlaylistsVideosExist } from '@sepiola/api-client/endpoints/video-playlists/get-users-me-video-playlists-videos-exist.ts'
import { addVideoPlaylistVideo } from '@sepiola/api-client/endpoints/videos/add-video-playlist-video.ts'
import { call } from '#lib/api/call.ts'
import type { Constant } from '#lib/api/types.ts'

export interface OwnPlaylist {
  id: number
  displayName: string
  privacy: Constant
  type: Constant
}

/** In which of one's own playlists a video is. Requests reject as `call` does; what was shown before comes back. */
export class SavedIn {
  playlists = $state.raw<OwnPlaylist[]>()
  /** Elements by playlist; an empty list where the answer is awaited. */
  #elements = $state.raw<Record<number, number[]>>({})
  readonly #video: number

  constructor(video: number) {
    this.#video = video
  }

  async load(account: string): Promise<void> {
    const [lists, found] = await Promise.all([
      readOwnPlaylists(account),
      call(getUsersMeVideoPlaylistsVideosExist, { query: { videoIds: [this.#video] } }),
    ])
    const elements: Record<number, number[]> = {}
    for (const { playlistId, playlistElementId } of found[this.#video] ?? []) {
      elements[playlistId] = [...(elements[playlistId] ?? []), playlistElementId]
    }
    this.#elements = elements
    // "Watch later" is always at hand.
    this.playlists = lists.toSorted((a, b) => Number(b.type.id === 2) - Number(a.type.id === 2))
  }

  holds(playlist: number): boolean {
    return this.#elements[playlist] !== undefined
  }

  /** Puts the video in, or takes it out wherever it stands. */
  async put(playlistId: number, wanted: boolean): Promise<void> {
    const before = this.#elements[playlistId]
    this.#set(playlistId, wanted ? [] : undefined)
    try {
      if (wanted) {
        const { videoPlaylistElement } = await call(addVideoPlaylistVideo, {
          params: { playlistId },
          body: { videoId: this.#video },
        })
        this.#set(playlistId, [videoPlaylistElement.id])
      } else {
        for (const playlistElementId of before ?? []) {
          await call(delVideoPlaylistVideo, { params: { playlistId, playlistElementId }, body: {} })
        }
      }
    } catch (problem) {
      this.#set(playlistId, before)
      throw problem
    }
  }

  /** A private one, or a public one of a channel; the video is put into it. */
  async create(displayName: string, videoChannelId?: number): Promise<void> {
    const place = videoChannelId ? { privacy: 1, videoChannelId } : { privacy: 3 }
    const { videoPlaylist } = await call(addPlaylist, { body: { displayName, ...place } as { displayName: string } })
    const privacy = { id: place.privacy, label: '' }
    const made = { id: videoPlaylist.id, displayName, privacy, type: { id: 1, label: '' } }
    this.playlists = [...(this.playlists ?? []), made]
    await this.put(videoPlaylist.id, true)
  }

  #set(playlist: number, elements: number[] | undefined): void {
    const { [playlist]: _, ...others } = this.#elements
    this.#elements = elements ? { ...others, [playlist]: elements } : others
  }
}

/** All of one's own. */
export async function readOwnPlaylists(name: string): Promise<OwnPlaylist[]> {
  const found: OwnPlaylist[] = []
  for (let total = 1; found.length < total;) {
    const query = { start: found.length, count: 100, sort: '-updatedAt' as const }
    const page = await call(getAccountsByNameVideoPlaylists, { params: { name }, query })
    total = page.data.length > 0 ? page.total : 0
    found.push(...page.data)
  }
  return found
}
