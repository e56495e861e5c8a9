import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import { getVideoPlaylistsByPlaylistId } from '@sepiola/api-client/endpoints/video-playlists/get-video-playlists-by-playlist-id.ts'
import { getVideoPlaylistVideos } from '@sepiola/api-client/endpoints/videos/get-video-playlist-videos.ts'
import { error } from '@sveltejs/kit'
import { call } from '#lib/api/call.ts'
import type { Playlist, PlaylistElement } from './playlist.ts'

export type LoadedPlaylist =
  | { playlist: Playlist; elements: PlaylistElement[]; denied?: undefined }
  | { denied: 'sign-in' | 'forbidden' }

/** As many as the server gives at once. */
const perPage = 100

/** A playlist with all its elements, in order; other refusals than those of private ones are thrown for the page. */
export async function loadPlaylist(playlistId: string, fetch: typeof globalThis.fetch): Promise<LoadedPlaylist> {
  const params = { playlistId }
  const page = (start: number) => call(getVideoPlaylistVideos, { params, query: { start, count: perPage }, fetch })
  try {
    const [playlist, first] = await Promise.all([call(getVideoPlaylistsByPlaylistId, { params, fetch }), page(0)])
    const starts = Array.from(
      { length: Math.max(0, Math.ceil(first.total / perPage) - 1) },
      (_, i) => (i + 1) * perPage,
    )
    const rest = await Promise.all(starts.map(page))
    return { playlist, elements: [first, ...rest].flatMap(({ data }) => data as PlaylistElement[]) }
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    if (problem.status === 401) return { denied: 'sign-in' }
    if (problem.status === 403) return { denied: 'forbidden' }
    error(problem.status === 400 ? 404 : problem.status, problem.detail)
  }
}
