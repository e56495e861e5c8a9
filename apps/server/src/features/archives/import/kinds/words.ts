import { z } from 'zod'
import { limits } from '@sepiola/contract/limits.ts'
import { define } from '@sepiola/contract/operation.ts'
import { addWordList, findPolicy, findWordLists, savePolicy, TagPolicy } from '#features/watched-words/public.ts'
import { bringInEach, readItems, type BringIn } from '../bring-in.ts'

const list = define(() =>
  z.object({
    listName: z.string().min(limits.watchedListName.min).max(limits.watchedListName.max),
    words: z
      .array(z.string().min(limits.watchedWord.min).max(limits.watchedWord.max))
      .min(limits.watchedWords.min)
      .max(limits.watchedWords.max),
  }),
)

/** A list of a name that the account has stays as it is. */
export const bringInWordLists: BringIn = async (run, tell) => {
  const { ctx, viewer, archive } = run
  const { accountId } = viewer
  const items = await readItems(archive, 'watched-words-lists', 'watchedWordLists')
  const names = new Set((await findWordLists(ctx.db, [accountId])).map(({ listName }) => listName))
  return bringInEach(run, { kind: 'watchedWordsLists', items, schema: list(), tell }, async (wanted) => {
    if (names.has(wanted.listName)) return 'duplicates'
    await addWordList(ctx, accountId, { ...wanted, words: [...new Set(wanted.words)] })
    names.add(wanted.listName)
    return 'success'
  })
}

const policy = define(() => z.object({ name: z.string().min(1).max(limits.watchedListName.max) }))

/** Tags whose comments the owner wants to review; they are added to those that are set here. */
export const bringInPolicies: BringIn = async (run, tell) => {
  const { ctx, viewer, archive } = run
  const { accountId } = viewer
  const items = await readItems(archive, 'automatic-tag-policies', 'reviewComments')
  const names = await findPolicy(ctx, accountId, TagPolicy.REVIEW_COMMENT)
  return bringInEach(run, { kind: 'commentAutoTagPolicies', items, schema: policy(), tell }, async ({ name }) => {
    if (names.includes(name)) return 'duplicates'
    await savePolicy(ctx, accountId, TagPolicy.REVIEW_COMMENT, [...names, name])
    names.push(name)
    return 'success'
  })
}
