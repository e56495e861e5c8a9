// What higher slices may use of videos; events are in videos.events.ts.

export { advanceVideo, setVideoState } from './state/advance-video.ts'
export {
  findVideoForTranscoding,
  type TranscodingFile,
  type VideoForTranscoding,
} from './state/find-video-for-transcoding.sql.ts'

export { createVideo, type NewVideo } from './edit/create-video.ts'

export { removeStreamingPlaylist, removeVideoFile, saveStreamingPlaylist, saveVideoFile } from './files/save-files.ts'
export { changePending } from './files/files.sql.ts'
export {
  hlsFolder,
  hlsKey,
  hlsPlaylistFilename,
  isInPrivateFolder,
  newMasterPlaylistFilename,
  newSegmentsSha256Filename,
  newWebVideoFilename,
  webVideoKey,
} from './files/video-file-keys.ts'
export { readStreams } from './files/file-streams.ts'
export { hasAudio, hasVideo } from './files/file-streams.sql.ts'
export { hlsUrl, webVideoUrl } from './files/video-file-urls.ts'
export { viewersSince } from './read/viewers-since.ts'
export { setUnknownLanguage, updateVideoMedia } from './state/update-video-media.sql.ts'

export type { StoredThumbnail } from './thumbnails/save-thumbnails.ts'

export {
  refuseUnreadable,
  requireLocal,
  requireManagedVideo,
  requireManager,
  requireReadableVideo,
  requireRow,
} from './read/require-video.ts'
export { recountComments } from './state/recount-comments.sql.ts'
export { readVideoRef, type VideoRef } from './read/video-ref.ts'
export type { AccessRow } from './read/video-access.sql.ts'

export { saveStoryboard } from './storyboards/save-storyboard.ts'

export { captionLanguages, languageLabel, videoLanguages } from './constants/languages.ts'
export { findConstantFaults } from './constants/find-constant-faults.ts'
export { labelled, labelledNumber } from './constants/labels.ts'
export { listedRule, listVideos, maySearchRemote, selectVideos } from './list/list-videos.ts'
export { showVideos } from './list/show-videos.ts'
export { readableBy } from './read/readable.sql.ts'
export { checkListQuery, type VideoListQuery, type VideoListScope } from './list/list-filters.ts'
export { findVideoSummaries, muteColumns, type ListedVideoRow } from './list/video-summaries.sql.ts'
export { thumbnailsJson, type ThumbnailRow } from './read/video-json.sql.ts'
export { listedVideoView, thumbnailViews, truncateDescription } from './read/video.view.ts'
export { videosChanged } from './list/video-caches.ts'
export { getVideoDetails } from './read/get-video.ts'
export { findVideoRow } from './read/find-video-row.sql.ts'
export { moveVideo } from './edit/move-video.ts'
export { findLargestFileSize, replaceSupportOfChannel } from './edit/video-rows.sql.ts'
export { removeVideo } from './edit/delete-video.ts'
export { findPlaylistsShowing } from './edit/delete-video.sql.ts'
export { storeThumbnails } from './thumbnails/store-thumbnails.ts'
export { requirePlainName, sendStoredFile } from './files/send-stored-file.ts'
export { movePrivateFiles } from './edit/move-private-files.job.ts'
export { withVideoFiles } from './files/video-files-lock.ts'
export { keepOriginal } from './source/keep-original.ts'
export { discardUpload, sentImage } from './upload/upload-files.ts'
export { removeLater } from './files/save-files.ts'
export { whenVideoIsSaving, type VideoSaving } from './videos.hooks.ts'
export { regenerateThumbnails } from './thumbnails/regenerate-thumbnails.ts'
export { refreshAddresses } from './files/refresh-addresses.ts'
export { insertChannelActivity } from './edit/video-rows.sql.ts'
export { announceUpload, giveUpUpload, receiveUpload } from './upload/resumable-session.ts'
export { isUploadIdOf, uploadId } from './upload/resumable-protocol.ts'
export { partialPath } from './upload/upload-files.ts'
export { findSession, recordCreatedKeys, saveSession, type UploadSession } from './upload/upload-session.sql.ts'
export { checkNewVideo } from './upload/check-new-video.ts'
export { finishUpload } from './upload/finish-upload.ts'
export { uploadAttributes } from './upload/upload-attributes.ts'
export { replaceChapters } from './edit/replace-chapters.ts'
export { replaceEmbedRules } from './embed-privacy/embed-privacy.sql.ts'
export { attachImportedFile } from './imported/attach-imported-file.ts'
export { newVideoFrom } from './upload/to-new-video.ts'
export { checkNsfw, checkPasswords } from './upload/check-new-video.ts'
export { insertChapters } from './upload/chapters.sql.ts'
export { parseChapters, type Chapter } from './upload/parse-chapters.ts'
export type { UploadAttributes } from './upload/upload-attributes.ts'
