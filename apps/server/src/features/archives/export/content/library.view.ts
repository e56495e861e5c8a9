import type { CommentsExportJSON, VideoPlaylistsExportJSON } from '@sepiola/contract/schemas/account-export.ts'
import type { Origin } from '#foundation/origin.ts'
import type { CommentRow, PlaylistRow, RateRow, WatchedRow } from './library-rows.sql.ts'
import type { FollowRow } from './person-rows.sql.ts'
import { archivedPicture, fromJson, thumbnailExport, thumbnailUrl, type ArchivedFile } from './pictures.ts'

export function rateExport({ videoUrl, createdAt }: RateRow) {
  return { videoUrl, createdAt: createdAt.toISOString() }
}

export function followExport({ handle, targetHandle, createdAt }: FollowRow) {
  return { handle, targetHandle, createdAt: createdAt.toISOString() }
}

export function commentExport(row: CommentRow): CommentsExportJSON['comments'][number] {
  const { url, text, videoUrl, inReplyToUrl } = row
  const createdAt = row.createdAt.toISOString()
  return { url, text, createdAt, videoUrl, ...(inReplyToUrl !== null && { inReplyToCommentUrl: inReplyToUrl }) }
}

export function watchedExport({ videoUrl, currentTime, createdAt, updatedAt }: WatchedRow) {
  return {
    videoUrl,
    lastTimecode: currentTime,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

/** Pictures that were made of the elements are made anew where it comes in. */
export function playlistPicture({ uuid: name, thumbnails }: PlaylistRow): ArchivedFile | undefined {
  const sent = thumbnails.filter(({ automaticallyGenerated }) => automaticallyGenerated === false)
  return archivedPicture(sent, { folder: 'files/video-playlists/thumbnails', name, area: 'thumbnails' })
}

export function playlistExport(origin: Origin, row: PlaylistRow): VideoPlaylistsExportJSON['videoPlaylists'][number] {
  const { name: displayName, description, privacy, url, uuid, type, thumbnails } = row
  const [largest] = thumbnails
  return {
    ...{ displayName, description, privacy, url, uuid, type },
    channel: row.channelName === null ? null : { name: row.channelName },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    thumbnailUrl: largest ? thumbnailUrl(origin, largest) : null,
    thumbnails: thumbnails.map((picture) => thumbnailExport(origin, picture)),
    elements: row.elements.map(({ videoUrl, startTimestamp, stopTimestamp }) => ({
      videoUrl,
      ...(startTimestamp !== null && { startTimestamp }),
      ...(stopTimestamp !== null && { stopTimestamp }),
    })),
    archiveFiles: { thumbnail: fromJson(playlistPicture(row)) },
  }
}
