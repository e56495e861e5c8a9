import type { Storyboard } from '../api/types.ts'
import { sheetUrl, spriteCount, spritePlace } from './sprites.ts'

/** Sprites of a storyboard as a WebVTT thumbnails track: one cue per sprite, `#xywh` in the sheet (spec 05 §19). */
export function storyboardTrack(storyboard: Storyboard, duration: number): string {
  const { spriteWidth, spriteHeight, spriteDuration } = storyboard
  const url = sheetUrl(storyboard)
  const cues: string[] = []
  for (let index = 0; index < spriteCount(storyboard, duration); index++) {
    const { x, y } = spritePlace(storyboard, index)
    const from = stamp(index * spriteDuration)
    const to = stamp(Math.min(duration, (index + 1) * spriteDuration))
    cues.push(`${from} --> ${to}\n${url}#xywh=${x},${y},${spriteWidth},${spriteHeight}`)
  }
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}

function stamp(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 23)
}
