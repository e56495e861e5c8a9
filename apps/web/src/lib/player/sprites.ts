import type { Storyboard } from '../api/types.ts'

/** Number of pictures of a video in its storyboard. */
export function spriteCount({ spriteDuration, ...sheet }: Storyboard, duration: number): number {
  const room = columnsOf(sheet) * Math.max(1, Math.round(sheet.totalHeight / sheet.spriteHeight))
  return Math.min(room, Math.ceil(duration / spriteDuration))
}

/** Where a picture lies in the sheet, in its pixels (spec 05 §19). */
export function spritePlace(storyboard: Storyboard, index: number): { x: number; y: number } {
  const columns = columnsOf(storyboard)
  return {
    x: (index % columns) * storyboard.spriteWidth,
    y: Math.floor(index / columns) * storyboard.spriteHeight,
  }
}

export const sheetUrl = ({ fileUrl, storyboardPath }: Storyboard): string =>
  new URL(fileUrl ?? storyboardPath ?? '', location.href).href

const columnsOf = ({ totalWidth, spriteWidth }: Pick<Storyboard, 'totalWidth' | 'spriteWidth'>): number =>
  Math.max(1, Math.round(totalWidth / spriteWidth))
