import type { MessageKey } from '#lib/i18n/i18n.ts'

const day = 24 * 3600 * 1000

/** Counted from now, so that they mean the same in every time zone; the last one holds all that is older. */
const periods = [
  { label: 'group.day', days: 1 },
  { label: 'group.week', days: 7 },
  { label: 'group.before', days: Infinity },
] as const satisfies ReadonlyArray<{ label: MessageKey; days: number }>

export interface DateGroup<T> {
  /** Absent where all that is listed is old: there is nothing to tell apart. */
  label?: (typeof periods)[number]['label']
  videos: T[]
}

/** Videos, the newest first, in groups by when they were published (spec 09 §2.1). */
export function groupByDate<T extends { publishedAt: string }>(
  videos: readonly T[],
  now = Date.now(),
): Array<DateGroup<T>> {
  const age = ({ publishedAt }: T) => (now - Date.parse(publishedAt)) / day
  const groups = periods
    .map(({ label, days }, index) => {
      const after = periods[index - 1]?.days ?? -Infinity
      return { label, videos: videos.filter((video) => age(video) >= after && age(video) < days) }
    })
    .filter(({ videos }) => videos.length > 0)
  return groups[0]?.label === 'group.before' ? [{ videos: [...videos] }] : groups
}
