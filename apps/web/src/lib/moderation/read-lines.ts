/** What was typed or pasted, one per line: without blanks, without what stands twice. */
export function readLines(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ]
}

/** As addresses are written elsewhere: `@name@host`, `https://host/`. */
export const readTargets = (text: string): string[] =>
  readLines(text.replace(/[,;\s]+/g, '\n')).map((line) => line.replace(/^@|^https?:\/\//i, '').replace(/\/+$/, ''))
