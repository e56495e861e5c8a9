import type { Picture, Thumbnail } from '../api/types.ts'

interface Pictured {
  thumbnails?: Thumbnail[]
  thumbnailPath?: string | null
  previewPath?: string | null
}

export const pictureUrl = (picture: Picture): string => picture.fileUrl ?? picture.path ?? ''

/** `src` and `srcset` of the 16:9 thumbnails; `src` is the smallest that is at least `width` pixels wide. */
export function thumbnailOf(video: Pictured, width: number): { src: string; srcset?: string } | undefined {
  const wide = (video.thumbnails ?? [])
    .filter((thumbnail) => thumbnail.aspectRatio === '16:9')
    .toSorted((a, b) => a.width - b.width)
  const chosen = wide.find((thumbnail) => thumbnail.width >= width) ?? wide.at(-1)
  if (chosen) {
    return { src: chosen.fileUrl, srcset: wide.map(({ fileUrl, width }) => `${fileUrl} ${width}w`).join(', ') }
  }
  const src = width > 400 ? (video.previewPath ?? video.thumbnailPath) : video.thumbnailPath
  return src ? { src } : undefined
}
