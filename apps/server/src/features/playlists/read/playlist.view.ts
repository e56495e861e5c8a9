import { playlistPrivacyLabels, playlistTypeLabels } from '@sepiola/contract/enums.ts'
import type { VideoPlaylist } from '@sepiola/contract/schemas/playlists.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { actorSummaryView } from '#features/accounts/public.ts'
import { labelledNumber } from '#features/videos/public.ts'
import type { Origin } from '#foundation/origin.ts'
import type { PlaylistRow } from './playlist-json.sql.ts'

/** px; clients of 7.0 show it in lists. */
const widestThumbnail = 300

/** `VideoPlaylist` (spec 04 §6.1). */
export function playlistView(origin: Origin, row: PlaylistRow): VideoPlaylist {
  const shortUUID = uuidToShort(row.uuid)
  const small = row.thumbnails.findLast(({ aspectRatio, width }) => aspectRatio === '16:9' && width <= widestThumbnail)
  return {
    id: row.id,
    uuid: row.uuid,
    shortUUID,
    isLocal: row.ownerAccount.host === null,
    url: row.url,
    displayName: row.name,
    description: row.description,
    privacy: labelledNumber(playlistPrivacyLabels, row.privacy),
    type: labelledNumber(playlistTypeLabels, row.type),
    thumbnailPath: small ? `/lazy-static/thumbnails/${small.filename}` : null,
    thumbnails: row.thumbnails.map(({ filename, width, height, aspectRatio }) => ({
      fileUrl: `${origin.url}/lazy-static/thumbnails/${filename}`,
      ...{ width, height, aspectRatio },
    })),
    embedPath: `/video-playlists/embed/${shortUUID}`,
    videosLength: row.videosLength,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ownerAccount: actorSummaryView(origin, row.ownerAccount),
    videoChannelPosition: row.videoChannelPosition,
    videoChannel: row.videoChannel && actorSummaryView(origin, row.videoChannel),
  }
}
