import { z } from 'zod'
import { dateTime } from '@sepiola/contract/lenient.ts'
import { limits } from '@sepiola/contract/limits.ts'
import { define } from '@sepiola/contract/operation.ts'

/** Spec 04 §10: anything malformed refuses the whole list. */
export const wordActions = define(() =>
  z.object({
    name: z.string().trim().min(limits.watchedListName.min).max(limits.watchedListName.max),
    actions: z
      .array(
        z.object({
          type: z.enum(['add', 'remove']),
          word: z.string().min(limits.watchedWord.min).max(limits.watchedWord.max).refine(isStorable),
          createdAt: dateTime(),
        }),
      )
      .max(2500),
  }),
)

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

export interface WordAction {
  type: 'add' | 'remove'
  word: string
}

/** The words after these actions, in the order in which they came. */
export function applyWordActions(words: readonly string[], actions: readonly WordAction[]): string[] {
  const result = new Set(words)
  for (const { type, word } of actions) {
    if (type === 'add') result.add(word)
    else result.delete(word)
  }
  return [...result]
}
