import { parse } from '@plussub/srt-vtt-parser'
import { text } from 'node:stream/consumers'
import type { Context } from '#foundation/context.ts'
import { findPendingCaptions, saveCaptionText, type PendingCaption } from './caption-text.sql.ts'

/** A cue: seconds from the start, and its text without markup. */
export type Cue = [start: number, text: string]

/** As the parser gives it (its own declarations cannot be resolved by Node's rules); `from` in ms, NaN when unreadable. */
interface Entry {
  from: number
  text: string
}

/** Cues of a WebVTT or SRT file; empty for what is neither. */
export function readCues(content: string): Cue[] {
  try {
    const entries: readonly Entry[] = parse(content.replace(/^\uFEFF/, '')).entries
    return entries
      .filter((entry) => Number.isFinite(entry.from))
      .map(({ from, text: words }): Cue => [
        from / 1000,
        words
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ])
      .filter(([, words]) => words !== '')
  } catch {
    return []
  }
}

/** Reads the captions that are new or changed; one whose file is gone has no text. */
export async function indexPendingCaptions(ctx: Context, signal: AbortSignal): Promise<void> {
  for (
    let captions = await findPendingCaptions(ctx.db);
    captions.length > 0;
    captions = await findPendingCaptions(ctx.db)
  ) {
    for (const caption of captions) {
      signal.throwIfAborted()
      await saveCaptionText(ctx.db, caption, await readCaption(ctx, caption))
    }
  }
}

async function readCaption(ctx: Context, caption: PendingCaption): Promise<Cue[]> {
  if (caption.filename === null || !(await ctx.storage.stat('captions', caption.filename))) return []
  return readCues(await text(await ctx.storage.read('captions', caption.filename)))
}
