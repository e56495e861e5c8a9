const line = /\[(?:\d+:)?\d+:\d+[.,]\d+ --> (?:(\d+):)?(\d+):(\d+)[.,]\d+\]/g

/**
 * Reads from what an engine says while it listens (`[00:12.000 --> 00:15.500] words`) how far it is. Given one part
 * after the other, returns the latest second, or undefined where a part tells none.
 */
export function createSpeechClock(): (text: string) => number | undefined {
  let rest = ''
  return (text) => {
    const all = rest + text
    rest = all.slice(all.lastIndexOf('\n') + 1).slice(-200)
    const found = [...all.matchAll(line)].at(-1)
    if (!found) return undefined
    const [, hours = '0', minutes, seconds] = found
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  }
}
