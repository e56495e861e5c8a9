/** One caption: seconds, the words, and what its line of times says besides. */
export interface Cue {
  start: number
  end: number
  text: string
  settings: string
}

export interface CaptionText {
  /** All that stands before the first cue. */
  head: string
  cues: Cue[]
}

const times = /^(\S+)\s+-->\s+(\S+)\s*(.*)$/

/** `1:02:03.400`, `02:03.4` or `02:03,400` as seconds; undefined when it is no time. */
export function readCueTime(text: string): number | undefined {
  const match = /^(?:(\d+):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(text.trim())
  if (!match) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', part = '0'] = match
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(part.padEnd(3, '0')) / 1000
}

/** Seconds as `00:02:03.400`. */
export function writeCueTime(seconds: number): string {
  const all = Math.max(0, Math.round(seconds * 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60, Math.floor(all / 1000) % 60]
    .map(two)
    .join(':')
  return `${clock}.${String(all % 1000).padStart(3, '0')}`
}

/** WebVTT; what is not understood is left out, times and words are kept. */
export function readCaptions(text: string): CaptionText {
  const blocks = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
  const cues: Cue[] = []
  const head: string[] = []
  for (const block of blocks) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => times.test(line))
    const match = at < 0 ? undefined : times.exec(lines[at]!)
    const [start, end] = [readCueTime(match?.[1] ?? ''), readCueTime(match?.[2] ?? '')]
    if (match && start !== undefined && end !== undefined) {
      cues.push({
        start,
        end,
        text: lines
          .slice(at + 1)
          .join('\n')
          .trim(),
        settings: match[3] ?? '',
      })
    } else if (cues.length === 0 && block.trim()) head.push(block.trim())
  }
  return { head: head[0]?.startsWith('WEBVTT') ? head.join('\n\n') : ['WEBVTT', ...head].join('\n\n'), cues }
}

/** In the order of their times; an empty line inside a caption would end it. */
export function writeCaptions({ head, cues }: CaptionText): string {
  const blocks = cues
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text, settings }) => {
      const line = `${writeCueTime(start)} --> ${writeCueTime(end)} ${settings}`.trim()
      return `${line}\n${text
        .trim()
        .replace(/\n{2,}/g, '\n')
        .replaceAll('-->', '→')}`
    })
  return `${[head, ...blocks].join('\n\n')}\n`
}
