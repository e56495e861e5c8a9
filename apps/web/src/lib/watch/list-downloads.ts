import type { VideoFile, WatchedVideo } from '#lib/api/types.ts'
import { hlsOf } from '#lib/player/sources.ts'

type File = Pick<VideoFile, 'id' | 'resolution' | 'size' | 'fileDownloadUrl' | 'hasAudio' | 'hasVideo'>

export interface DownloadChoice<F extends File> {
  file: F
  /** With its sound. */
  whole: string
  /** Without it, where the sound is a file of its own. */
  silent?: string
  /** Bytes with sound. */
  size: number
}

/** Best first. */
export function downloadableFiles(video: WatchedVideo): VideoFile[] {
  return [...video.files, ...(hlsOf(video)?.files ?? [])]
    .filter((file) => file.fileDownloadUrl !== null)
    .toSorted((a, b) => b.resolution.id - a.resolution.id)
}

/** One choice per quality, best first; picture and sound in files of their own are put together by the server. */
export function listDownloads<F extends File>(uuid: string, files: readonly F[]): DownloadChoice<F>[] {
  const sound = files.find(({ hasAudio, hasVideo }) => hasAudio === true && hasVideo === false)
  const found = new Map<number, DownloadChoice<F>>()
  for (const file of files) {
    if (file.fileDownloadUrl === null || found.has(file.resolution.id)) continue
    const apart = file.hasAudio === false && sound !== undefined
    found.set(
      file.resolution.id,
      apart
        ? {
            file,
            whole: `/download/videos/generate/${uuid}?videoFileIds=${file.id}&videoFileIds=${sound.id}`,
            silent: file.fileDownloadUrl,
            size: file.size + sound.size,
          }
        : { file, whole: file.fileDownloadUrl, size: file.size },
    )
  }
  return [...found.values()]
}
