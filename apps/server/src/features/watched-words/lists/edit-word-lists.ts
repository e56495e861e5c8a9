import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { isUniqueViolation } from '#foundation/db/sql-errors.ts'
import { problem } from '#foundation/http/problem.ts'
import { retagLater } from '../retag/retag.job.ts'
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
  await change(ctx, list.accountId, async (tx) => {
    const found = await updateWordList(tx, list, { listName, words, updatedAt: ctx.clock.now() })
    if (!found) throw listNotFound()
  })
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
