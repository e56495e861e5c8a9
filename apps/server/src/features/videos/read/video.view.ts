import {
  VideoInclude,
  commentsPolicyLabels,
  embedPolicyLabels,
  videoCategories,
  videoLicences,
  videoPrivacyLabels,
  videoStateLabels,
} from '@sepiola/contract/enums.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import type { VideoSource } from '@sepiola/contract/schemas/video-files.ts'
import type { Video, VideoDetails } from '@sepiola/contract/schemas/videos.ts'
import { accountView, actorSummaryView, channelView } from '#features/accounts/public.ts'
import type { Origin } from '#foundation/origin.ts'
import { labelled, labelledNumber, fileResolutionLabel } from '../constants/labels.ts'
import { videoLanguages } from '../constants/languages.ts'
import type { ListedVideoRow } from '../list/video-summaries.sql.ts'
import { fileViews, playlistViews } from './video-file.view.ts'
import type { SourceRow, ThumbnailRow, VideoRow } from './video-json.sql.ts'
import type { VideoDetailsRow } from './video-details.sql.ts'

/** Longest truncated description, in UTF-16 units, dots included. */
const truncatedLength = 250

export function truncateDescription(description: string | null): string | null {
  if (description === null || description.length <= truncatedLength) return description
  const cut = description.slice(0, truncatedLength - 3)
  // Half a surrogate pair is no character.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}...`
}

export const iso = (date: Date | string): string => (typeof date === 'string' ? new Date(date) : date).toISOString()
const isoOrNull = (date: Date | null): string | null => date && date.toISOString()

export function thumbnailViews(origin: Origin, thumbnails: readonly ThumbnailRow[]) {
  const wide = thumbnails.filter((thumbnail) => thumbnail.aspectRatio === '16:9')
  const path = (thumbnail: ThumbnailRow | undefined) =>
    thumbnail ? `/lazy-static/thumbnails/${thumbnail.filename}` : null
  return {
    thumbnailPath: path(wide[0]),
    previewPath: path(wide.at(-1)),
    thumbnails: thumbnails.map(({ filename, width, height, aspectRatio }) => ({
      height,
      width,
      aspectRatio,
      fileUrl: `${origin.url}/lazy-static/thumbnails/${filename}`,
    })),
  }
}

/** What lists and details have alike (spec 03 §1.7), but for owner and description. */
function commonView(origin: Origin, row: VideoRow) {
  const shortUUID = uuidToShort(row.uuid)
  return {
    id: row.id,
    uuid: row.uuid,
    shortUUID,
    url: row.url,
    name: row.name,
    category: labelled(videoCategories, row.category),
    licence: labelled(videoLicences, row.licence),
    language: labelled(videoLanguages(), row.language),
    privacy: labelledNumber(videoPrivacyLabels, row.privacy),
    nsfw: row.nsfw,
    nsfwFlags: row.nsfwFlags,
    nsfwSummary: row.nsfwSummary,
    isLocal: !row.remote,
    isLive: row.isLive,
    duration: row.duration,
    aspectRatio: row.aspectRatio,
    views: row.views,
    viewers: row.viewers,
    downloads: row.downloads,
    likes: row.likes,
    dislikes: row.dislikes,
    comments: row.comments,
    ...thumbnailViews(origin, row.thumbnails),
    embedPath: `/videos/embed/${shortUUID}`,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    publishedAt: iso(row.publishedAt),
    originallyPublishedAt: isoOrNull(row.originallyPublishedAt),
    ...(row.watchedUntil === null ? {} : { userHistory: { currentTime: row.watchedUntil } }),
  }
}

/** An item of a list, with the parts that `include` asks for. */
export function listedVideoView(origin: Origin, row: ListedVideoRow, include: number): Video {
  const truncated = truncateDescription(row.description)
  return {
    ...commonView(origin, row),
    truncatedDescription: truncated,
    description: truncated,
    account: actorSummaryView(origin, row.account),
    channel: actorSummaryView(origin, row.channel),
    ...includedView(origin, row, include),
  }
}

function includedView(origin: Origin, row: ListedVideoRow, include: number) {
  const has = (bit: number) => (include & bit) !== 0
  return {
    ...((has(VideoInclude.NOT_PUBLISHED_STATE) || row.liveSchedules) && {
      state: labelledNumber(videoStateLabels, row.state),
    }),
    ...(has(VideoInclude.NOT_PUBLISHED_STATE) && {
      waitTranscoding: row.waitTranscoding,
      ...scheduleView(row.schedule),
    }),
    ...(has(VideoInclude.BLACKLISTED) && blockView(row.block)),
    ...(has(VideoInclude.BLOCKED_OWNER) && {
      blockedOwner: row.ownerMuted ?? false,
      blockedServer: row.serverMuted ?? false,
    }),
    ...(row.webVideos && row.playlists && mediaView(origin, row, row.webVideos, row.playlists)),
    ...(has(VideoInclude.SOURCE) && { videoSource: row.source ? sourceView(origin, row.source) : null }),
    ...(has(VideoInclude.AUTOMATIC_TAGS) && { automaticTags: row.automaticTags ?? [] }),
    ...(has(VideoInclude.TAGS) && { tags: row.tags ?? [] }),
    ...(row.liveSchedules && { liveSchedules: row.liveSchedules.map((startAt) => ({ startAt: iso(startAt) })) }),
  }
}

function scheduleView(schedule: { updateAt: string; privacy: number | null } | null | undefined) {
  if (!schedule) return {}
  const { updateAt, privacy } = schedule
  return { scheduledUpdate: { updateAt: iso(updateAt), ...(privacy === null ? {} : { privacy }) } }
}

function blockView(block: { reason: string | null } | null | undefined) {
  return { blacklisted: Boolean(block), blacklistedReason: block?.reason ?? null }
}

function mediaView(
  origin: Origin,
  row: VideoRow,
  webVideos: VideoDetailsRow['webVideos'],
  playlists: VideoDetailsRow['playlists'],
) {
  return {
    files: fileViews(origin, row, webVideos, undefined),
    streamingPlaylists: playlistViews(origin, row, playlists),
  }
}

/** `VideoSource` (spec 03 §4); `filename` is the name of 7.0. */
export function sourceView(origin: Origin, row: SourceRow): VideoSource {
  const { resolution, width, height } = row
  return {
    inputFilename: row.inputFilename,
    filename: row.inputFilename,
    fileDownloadUrl:
      row.keptOriginalFilename && `${origin.url}/download/original-video-files/${row.keptOriginalFilename}`,
    resolution: resolution === null ? null : { id: resolution, label: fileResolutionLabel(resolution, width, height) },
    size: row.size,
    width,
    height,
    fps: row.fps,
    metadata: row.metadata,
    createdAt: iso(row.createdAt),
  }
}

/** `VideoDetails` (spec 03 §2.2); `commentsEnabled` is the 7.0 form of the policy. */
export function videoDetailsView(origin: Origin, row: VideoDetailsRow): VideoDetails {
  return {
    ...commonView(origin, row),
    truncatedDescription: truncateDescription(row.description),
    description: row.description,
    support: row.support,
    state: labelledNumber(videoStateLabels, row.state),
    waitTranscoding: row.waitTranscoding,
    ...scheduleView(row.schedule),
    ...blockView(row.block),
    liveSchedules: row.liveSchedules.map((startAt) => ({ startAt: iso(startAt) })),
    tags: row.tags,
    commentsPolicy: labelledNumber(commentsPolicyLabels, row.commentsPolicy),
    commentsEnabled: row.commentsPolicy !== 2,
    downloadEnabled: row.downloadEnabled,
    inputFileUpdatedAt: isoOrNull(row.inputFileUpdatedAt),
    trackerUrls: row.remote
      ? row.trackers
      : [`${origin.url}/tracker/announce`, `${origin.webSocketUrl}/tracker/socket`],
    embedPrivacyPolicy: labelledNumber(embedPolicyLabels, row.embedPrivacyPolicy),
    ...mediaView(origin, row, row.webVideos, row.playlists),
    account: accountView(origin, row.channel.ownerAccount),
    channel: channelView(origin, row.channel),
  }
}
