import type { VideoCaption } from '@sepiola/contract/schemas/video-files.ts'
import type { Origin } from '#foundation/origin.ts'
import { hlsUrl, languageLabel } from '#features/videos/public.ts'
import type { CaptionRow } from './captions.sql.ts'

/** Spec 03 §6; captions of remote videos are cached and served here too. */
export function captionView(
  origin: Origin,
  video: { uuid: string; privacy: number },
  caption: Pick<
    CaptionRow,
    | 'language'
    | 'filename'
    | 'fileUrl'
    | 'm3u8Filename'
    | 'm3u8Url'
    | 'automaticallyGenerated'
    | 'storage'
    | 'updatedAt'
  >,
): VideoCaption {
  const captionPath = `/lazy-static/video-captions/${caption.filename}`
  const inObjectStorage = caption.storage === 1
  return {
    language: { id: caption.language, label: languageLabel(caption.language) },
    automaticallyGenerated: caption.automaticallyGenerated,
    captionPath: inObjectStorage ? null : captionPath,
    fileUrl: inObjectStorage ? caption.fileUrl : origin.url + captionPath,
    m3u8Url: caption.m3u8Url ?? (caption.m3u8Filename ? hlsUrl(origin, video, caption.m3u8Filename) : null),
    updatedAt: caption.updatedAt.toISOString(),
  }
}
