import { limits } from '@sepiola/contract/limits.ts'

export interface Chapter {
  /** Seconds. */
  timecode: number
  title: string
}

/** Seconds; what the database can hold. */
export const latestTimecode = 2147483647

/** No longer than a title may be, and without half a character at its end: the database has none. */
export function cutChapterTitle(title: string): string {
  return title.slice(0, limits.chapterTitle.max).toWellFormed()
}

/** `1:02:03`, `02:03`, `1h2m3s`, `90`, followed by white space and the title. */
const line = /^\s*(?:(?:(\d+):)?(\d{1,2}):(\d{2})|(?=\d+[hms])(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?|(\d+))\s+(\S.*)$/

/**
 * Chapters out of a description: lines that begin with a timecode. Only strictly increasing ones count, and only two
 * or more are a list (spec 03 §7).
 */
export function parseChapters(text: string | null | undefined): Chapter[] {
  const chapters: Chapter[] = []
  for (const found of (text ?? '').split(/\r?\n/).map((each) => line.exec(each))) {
    if (!found) continue
    const [, hours, minutes, seconds, h, m, s, plain, title] = found
    const number = (digits: string | undefined) => Number(digits ?? 0)
    const timecode =
      plain === undefined
        ? (number(hours) + number(h)) * 3600 + (number(minutes) + number(m)) * 60 + number(seconds) + number(s)
        : Number(plain)
    if (timecode <= latestTimecode && timecode > (chapters.at(-1)?.timecode ?? -1))
      chapters.push({ timecode, title: cutChapterTitle(title!.trim()) })
  }
  return chapters.length < 2 ? [] : chapters
}
