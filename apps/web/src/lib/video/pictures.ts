import type { Picture, Thumbnail } from '../api/types.ts'

export interface Pictured {
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

/** Pixels: the player's first picture, which the head asks for, too, is enough for a phone. */
export const posterWidth = 850

export const posterOf = (video: Pictured): string | undefined => thumbnailOf(video, posterWidth)?.src
