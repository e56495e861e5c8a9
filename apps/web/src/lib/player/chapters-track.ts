interface Chapter {
  /** Seconds. */
  timecode: number
  title: string
}

/** WebVTT of the chapters, each until the next one; `duration` in seconds. */
export function chaptersTrack(chapters: readonly Chapter[], duration: number): string {
  const stamp = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23)
  const cues = chapters.map(({ timecode, title }, index) => {
    const end = chapters[index + 1]?.timecode ?? duration
    return `${stamp(timecode)} --> ${stamp(end)}\n${title.replaceAll('-->', '→')}`
  })
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}
