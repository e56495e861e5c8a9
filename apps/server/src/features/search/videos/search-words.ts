/** Words that one search may have; the rest of a longer text is not looked at. */
const mostWords = 12

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, (sign) => sign + sign)}'`

/** What a word of the search may stand for: words of the dictionary that hold it, or that it is a mistyping of. */
export interface WordMeaning {
  word: string
  /** It is a word itself, or the beginning of one. */
  whole: boolean
  known: boolean
  others: readonly string[]
}

/** One search as texts of tsqueries. */
export interface WordQuery {
  /** Every word as it stands. */
  exact: string
  /** Every word: as it stands, when it is no whole one as the start of a word, or one of what it may stand for. */
  all: string
  /** At least one word. */
  some: string
  /** What the whole text of a video must hold, where titles must hold `all`: the same, or only `exact`. */
  document: string
}

export function wordQuery(meanings: readonly WordMeaning[]): WordQuery | undefined {
  const words = meanings.slice(0, mostWords)
  if (words.length === 0) return undefined
  // The index reads all that it has of every word that begins so: too much for words that are written in full.
  const own = ({ word, whole }: WordMeaning) => (whole || word.length < 3 ? quoted(word) : `${quoted(word)}:*`)
  const either = words.map((meaning) => `(${[own(meaning), ...meaning.others.map(quoted)].join(' | ')})`)
  const all = either.join(' & ')
  return {
    exact: words.map(({ word }) => quoted(word)).join(' & '),
    all,
    some: either.join(' | '),
    document: all,
  }
}
