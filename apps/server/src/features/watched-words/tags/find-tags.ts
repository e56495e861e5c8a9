import type { Context } from '#foundation/context.ts'
import type { WordListRow } from '../lists/word-lists.sql.ts'
import { hasExternalLink } from './external-link.ts'
import { hasWatchedWord } from './match-words.ts'

export const externalLinkTag = 'external-link'

/** Names of the automatic tags that a text gets by these lists (spec 04 §10), each once. */
export function findTags(
  ctx: Pick<Context, 'origin'>,
  text: string,
  lists: readonly Pick<WordListRow, 'listName' | 'words'>[],
): string[] {
  const names = lists.filter(({ words }) => hasWatchedWord(text, words)).map(({ listName }) => listName)
  if (hasExternalLink(text, ctx.origin.host)) names.push(externalLinkTag)
  return [...new Set(names)]
}
