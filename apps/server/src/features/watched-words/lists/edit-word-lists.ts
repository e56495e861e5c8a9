import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { isUniqueViolation } from '#foundation/db/sql-errors.ts'
import { problem } from '#foundation/http/problem.ts'
import { retagLater } from '../retag/retag.job.ts'
import { renamePolicyTag } from '../tags/automatic-tags.sql.ts'
import { externalLinkTag } from '../tags/find-tags.ts'
import { deleteWordList, insertWordList, updateWordList } from './word-lists.sql.ts'

/** Throws 400 when the account has a list of this name. */
export async function addWordList(
  ctx: Context,
  accountId: number,
  { listName, words }: { listName: string; words: string[] },
): Promise<{ id: number }> {
  const now = ctx.clock.now()
  const id = await change(ctx, accountId, (tx) => insertWordList(tx, { accountId, listName, words, now }))
  return { id }
}

/** Throws 404 (no list of this account), 400 (another one has the name). */
export async function editWordList(
  ctx: Context,
  list: { accountId: number; id: number },
  { listName, words }: { listName?: string | undefined; words?: string[] | undefined },
): Promise<void> {
  await change(ctx, list.accountId, (tx) => saveWordList(ctx, tx, list, { listName, words }))
}

/** With a new name, the tag of the list has the effects that it had (spec 04 §10). Throws 404. */
export async function saveWordList(
  ctx: Context,
  tx: Tx,
  list: { accountId: number; id: number },
  { listName, words }: { listName?: string | undefined; words?: string[] | undefined },
): Promise<void> {
  const now = ctx.clock.now()
  const before = await updateWordList(tx, list, { listName, words, updatedAt: now })
  if (before === undefined) throw listNotFound()
  if (listName !== undefined && listName !== before && before !== externalLinkTag) {
    await renamePolicyTag(tx, list.accountId, { from: before, to: listName, now })
  }
}

/** Throws 404. */
export async function removeWordList(ctx: Context, accountId: number, id: number): Promise<void> {
  await change(ctx, accountId, async (tx) => {
    if (!(await deleteWordList(tx, accountId, id))) throw listNotFound()
  })
}

const listNotFound = () => problem(404, 'Watched words list not found')

/** What is there already gets its tags anew after every change (spec 10 §5.1). */
async function change<T>(ctx: Context, accountId: number, act: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await ctx.db.transaction().execute(async (tx) => {
      const result = await act(tx)
      await retagLater(ctx, tx, accountId)
      return result
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw problem(400, 'A watched words list with this name already exists.')
    throw error
  }
}
