const time = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})`
const subRipTimes = new RegExp(String.raw`^\s*${time}\s*-->\s*${time}`)

/**
 * The text of a WebVTT or SubRip file as WebVTT in UTF-8; undefined when it is neither. Which of both it is says its
 * content, not its name.
 */
export function toWebVtt(content: Uint8Array): string | undefined {
  const text = decode(content).replaceAll(/\r\n?/g, '\n')
  if (/^WEBVTT(?=[ \t\n]|$)/.test(text)) return text
  const lines = text.split('\n').map(toWebVttLine)
  return lines.some(({ isTime }) => isTime) ? `WEBVTT\n\n${lines.map(({ line }) => line).join('\n')}` : undefined
}

/** SubRip writes times with a comma, may have coordinates behind them, and its words may look like an arrow. */
function toWebVttLine(line: string): { line: string; isTime: boolean } {
  const found = subRipTimes.exec(line)
  if (found) {
    const times = [found.slice(1, 5), found.slice(5, 9)].map(([hours = '0', minutes, seconds, fraction]) => {
      const [h, m, s] = [hours, minutes, seconds].map((part) => part!.padStart(2, '0'))
      return `${h}:${m}:${s}.${fraction!.padEnd(3, '0')}`
    })
    return { line: times.join(' --> '), isTime: true }
  }
  return { line: line.replaceAll('-->', '→').replaceAll(/\{\\[^}]*\}/g, ''), isTime: false }
}

/** UTF-16 says so at its start; what is no UTF-8 was written by an old Windows. */
function decode(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content)
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}
