/** Longest side of a sprite, in pixels. */
const SPRITE_SIDE = 192
const MAX_SPRITES = 121
const MAX_GRID_SIDE = 11
const MIN_DURATION = 3

export interface StoryboardGeometry {
  spriteWidth: number
  spriteHeight: number
  /** seconds between two sprites */
  spriteDuration: number
  columns: number
  rows: number
  /** sprites in the grid; the last cells may stay empty */
  total: number
}

/**
 * Grid of preview pictures (spec 05 §19); undefined when the video is too short for one.
 * @param duration seconds
 * @param aspectRatio width / height
 */
export function computeStoryboard(duration: number, aspectRatio: number | null): StoryboardGeometry | undefined {
  if (duration < MIN_DURATION || !aspectRatio) return undefined
  const spriteDuration = Math.ceil(duration / Math.min(Math.ceil(duration), MAX_SPRITES))
  const total = Math.ceil(duration / spriteDuration)
  const sprite =
    aspectRatio >= 1
      ? { spriteWidth: SPRITE_SIDE, spriteHeight: Math.max(1, Math.round(SPRITE_SIDE / aspectRatio)) }
      : { spriteWidth: Math.max(1, Math.round(SPRITE_SIDE * aspectRatio)), spriteHeight: SPRITE_SIDE }
  return { ...sprite, spriteDuration, ...fitGrid(total), total }
}

function fitGrid(total: number): { columns: number; rows: number } {
  for (let rows = 1; rows <= MAX_GRID_SIDE; rows++) {
    for (let columns = rows; columns <= MAX_GRID_SIDE; columns++) {
      if (rows * columns >= total) return { columns, rows }
    }
  }
  return { columns: MAX_GRID_SIDE, rows: MAX_GRID_SIDE }
}
