import { parseProbe, type FfprobeOutput, type MediaProbe } from '@sepiola/media/parse-probe.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import { hlsKey, webVideoKey, type TranscodingFile, type VideoForTranscoding } from '#features/videos/public.ts'

export interface TranscodingSource {
  area: StorageArea
  key: string
  file: TranscodingFile
  /** Out of the stored metadata: the file is not read again. */
  probe: MediaProbe
}

type RatedFile = Pick<TranscodingFile, 'filename' | 'resolution' | 'fps' | 'hasVideo' | 'hasAudio'>

/**
 * The best file of a video: with picture before without, larger before smaller, web video before HLS. A silent file
 * of a split playlist is taken only when nothing else is there.
 */
export function chooseBestFile<File extends RatedFile>(
  video: Pick<VideoForTranscoding, 'uuid' | 'privacy'> & { webVideos: File[]; hls: { files: File[] } | null },
): { area: 'web_videos' | 'streaming_playlists'; key: string; file: File } | undefined {
  const candidates = [
    ...video.webVideos.map((file) => ({ file, area: 'web_videos' as const, key: webVideoKey(video, file.filename) })),
    ...(video.hls?.files ?? []).map((file) => ({
      file,
      area: 'streaming_playlists' as const,
      key: hlsKey(video, file.filename),
    })),
  ]
  const worth = ({ file }: { file: File }) => [
    Number(hasMovingPicture(file)),
    Number(file.hasAudio),
    file.resolution,
    file.fps,
  ]
  return candidates.toSorted((a, b) => compare(worth(b), worth(a)))[0]
}

/** The best file with what was probed of it. */
export function chooseSource(video: VideoForTranscoding): TranscodingSource | undefined {
  const best = chooseBestFile(video)
  return best && { ...best, probe: parseProbe(best.file.metadata as FfprobeOutput) }
}

/** Cover art sets the stream's bit, but such a file has no resolution (spec 05 §3). */
function hasMovingPicture(file: RatedFile): boolean {
  return file.hasVideo && file.resolution > 0
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - b[index]!
    if (difference !== 0) return difference
  }
  return 0
}
