const letter = /\p{L}/u

/** The character that ends before `index`, surrogate pairs whole; empty at the start. */
function characterBefore(text: string, index: number): string {
  const pair = index >= 2 && /[\uDC00-\uDFFF]/.test(text[index - 1]!)
  return text.slice(Math.max(0, index - (pair ? 2 : 1)), index)
}

function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!letter.test(characterBefore(text, at)) && !letter.test(characterAt(text, at + word.length))) return true
  }
  return false
}

/**
 * Whether the text has one of the words: literally, trimmed, ignoring case, and with no letter right before or behind
 * (spec 04 §10). Words are searched one by one because a pattern of hundreds of alternatives is far slower.
 */
export function hasWatchedWord(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.some((word) => {
    const wanted = word.trim().toLowerCase()
    return wanted !== '' && hasWord(lower, wanted)
  })
}
