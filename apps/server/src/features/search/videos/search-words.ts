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

/**
 * Texts of tsqueries that must all match. Each is a key of its own to the index, which then leaps from match to match of
 * the rarest; of one tsquery with all of them in it, it would read everything that one of the words has.
 */
export type Conditions = readonly string[]

export interface WordQuery {
  /** Every word as it stands. */
  exact: Conditions
  /** Every word: as it stands, when it is no whole one as the start of a word, or one of what it may stand for. */
  all: Conditions
  /** At least one word. */
  some: Conditions
}

export function wordQuery(meanings: readonly WordMeaning[]): WordQuery | undefined {
  const words = meanings.slice(0, mostWords)
  if (words.length === 0) return undefined
  // The index reads all that it has of every word that begins so: too much for words that are written in full.
  const own = ({ word, whole }: WordMeaning) => (whole || word.length < 3 ? quoted(word) : `${quoted(word)}:*`)
  const all = words.map((meaning) => {
    const either = [own(meaning), ...meaning.others.map(quoted)]
    return either.length === 1 ? either[0]! : `(${either.join(' | ')})`
  })
  return { exact: words.map(({ word }) => quoted(word)), all, some: [all.join(' | ')] }
}

/** For what is looked at row by row. */
export const inOne = (conditions: Conditions): string => conditions.join(' & ')
