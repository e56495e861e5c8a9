import { parseTime } from '../video/time.ts'

export interface ChapterRow {
  id: number
  /** As it is typed: `1:30`. */
  time: string
  title: string
}

export type ChapterFault = 'time' | 'beyond' | 'twice' | 'title'

/** What is wrong with each row (spec 03 §7); `duration` in seconds, 0 when unknown. */
export function findChapterFaults(rows: readonly ChapterRow[], duration: number): Array<ChapterFault | undefined> {
  const times = rows.map(({ time }) => parseTime(time.trim()))
  return rows.map(({ title }, index) => {
    const time = times[index]
    if (time === undefined || !Number.isInteger(time)) return 'time'
    if (duration > 0 && time >= duration) return 'beyond'
    if (times.indexOf(time) !== index) return 'twice'
    const { length } = title.trim()
    return length < 1 || length > 100 ? 'title' : undefined
  })
}

/** What the API takes, in the order of time. */
export function toChapters(rows: readonly ChapterRow[]): Array<{ timecode: number; title: string }> {
  return rows
    .map(({ time, title }) => ({ timecode: parseTime(time.trim()) ?? 0, title: title.trim() }))
    .toSorted((a, b) => a.timecode - b.timecode)
}
