/** Words that one search may have; the rest of a longer text is not looked at. */
const mostWords = 12

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, (sign) => sign + sign)}'`

/** What a word of the search may stand for: words of the dictionary that hold it, or that it is a mistyping of. */
export interface WordMeaning {
  word: string
  known: boolean
  others: readonly string[]
}

/** One search as texts of tsqueries. */
export interface WordQuery {
  /** Every word as it stands. */
  exact: string
  /** Every word: as it stands, as the start of a word, or one of what it may stand for. */
  all: string
  /** At least one word. */
  some: string
}

export function wordQuery(meanings: readonly WordMeaning[]): WordQuery | undefined {
  const words = meanings.slice(0, mostWords)
  if (words.length === 0) return undefined
  const either = words.map(({ word, others }) => `(${[`${quoted(word)}:*`, ...others.map(quoted)].join(' | ')})`)
  return {
    exact: words.map(({ word }) => quoted(word)).join(' & '),
    all: either.join(' & '),
    some: either.join(' | '),
  }
}
