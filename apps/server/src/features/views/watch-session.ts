/** `[start, end]` in seconds of the video. */
export type WatchSection = [start: number, end: number]

/** Spec 03 §8. */
const maxSections = 100

/**
 * The sections watched after one more sign of life at `time`: a first one or a jump opens a section, else the last one
 * grows. What comes after the hundredth section is not recorded.
 */
export function addWatched(sections: readonly WatchSection[], time: number, isSeek: boolean): WatchSection[] {
  const last = sections.at(-1)
  if (!last || isSeek || time < last[0]) {
    return sections.length >= maxSections ? [...sections] : [...sections, [time, time]]
  }
  return [...sections.slice(0, -1), [last[0], time]]
}

/** Seconds. */
export function watchTime(sections: readonly WatchSection[]): number {
  return sections.reduce((sum, [start, end]) => sum + (end - start), 0)
}

export interface ViewRules {
  /** Seconds to watch; of a shorter video more than half. */
  countAfter: number
  /** ms between two counted views of one session. */
  expiration: number
}

export function countsAsView(
  session: { sections: readonly WatchSection[]; countedAt: Date | null },
  video: { duration: number; isLive: boolean },
  rules: ViewRules,
  now: Date,
): boolean {
  if (session.countedAt && now.getTime() - session.countedAt.getTime() < rules.expiration) return false
  const watched = watchTime(session.sections)
  if (!video.isLive && video.duration < rules.countAfter) return watched > video.duration / 2
  return watched >= rules.countAfter
}
