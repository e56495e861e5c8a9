export interface Cue {
  /** Seconds. */
  start: number
  text: string
}

const time = /^(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->/

/** The lines of a WebVTT file, without their markup; what is not a cue is passed over. */
export function parseVtt(file: string): Cue[] {
  const cues: Cue[] = []
  for (const block of file.replaceAll('\r', '').split(/\n{2,}/)) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => time.test(line))
    const found = time.exec(lines[at] ?? '')
    if (!found) continue
    const [, hours = '0', minutes, seconds, milliseconds] = found
    const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(milliseconds) / 1000
    const text = plain(lines.slice(at + 1).join(' '))
    if (text && text !== cues.at(-1)?.text) cues.push({ start, text })
  }
  return cues
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '', rlm: '' }

function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}
