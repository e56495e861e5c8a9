import { requireInstanceAccountId } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import { findWordLists } from '../lists/word-lists.sql.ts'
import { findPolicyTags, replacePolicyTags, replaceVideoTags, TagPolicy } from './automatic-tags.sql.ts'
import { externalLinkTag, findTags } from './find-tags.ts'

export interface AvailableTag {
  name: string
  type: 'core' | 'watched-words-list'
}

/** Tags that comments or videos may get on behalf of an account. */
export async function findAvailableTags(db: Db | Tx, accountId: number): Promise<AvailableTag[]> {
  const lists = await findWordLists(db, [accountId])
  return [
    { name: externalLinkTag, type: 'core' },
    ...lists
      .filter(({ listName }) => listName !== externalLinkTag)
      .map(({ listName }) => ({ name: listName, type: 'watched-words-list' as const })),
  ]
}

/** The available tags that have this effect; those of lists that are gone are left out. */
export async function findPolicy(ctx: Context, accountId: number, policy: number): Promise<string[]> {
  const [names, available] = await Promise.all([
    findPolicyTags(ctx.db, accountId, policy),
    findAvailableTags(ctx.db, accountId),
  ])
  return names.filter((name) => available.some((tag) => tag.name === name))
}

/** Throws 400 for a tag that is not available. */
export async function savePolicy(ctx: Context, accountId: number, policy: number, names: string[]): Promise<void> {
  const available = new Set((await findAvailableTags(ctx.db, accountId)).map(({ name }) => name))
  const unknown = names.find((name) => !available.has(name))
  if (unknown !== undefined) throw problem(400, `The automatic tag ${unknown} does not exist.`)
  const now = ctx.clock.now()
  await ctx.db.transaction().execute((tx) => replacePolicyTags(tx, accountId, policy, [...new Set(names)], now))
}

/**
 * Tags that a comment gets: on behalf of the instance, and of the owner of the video where that is a local one
 * (`ownerAccountId`, else null).
 */
export async function findCommentTags(
  ctx: Context,
  db: Db | Tx,
  text: string,
  ownerAccountId: number | null,
): Promise<Map<number, string[]>> {
  const instanceAccountId = await requireInstanceAccountId(db)
  const accountIds = ownerAccountId === null ? [instanceAccountId] : [instanceAccountId, ownerAccountId]
  const lists = await findWordLists(db, accountIds)
  const tagsFor = (accountId: number) =>
    findTags(
      ctx,
      text,
      lists.filter((list) => list.accountId === accountId),
    )
  return new Map(accountIds.map((accountId) => [accountId, tagsFor(accountId)]))
}

/** Whether the account wants to review comments with one of these tags. */
export async function wantsReview(db: Db | Tx, accountId: number, tags: readonly string[]): Promise<boolean> {
  if (tags.length === 0) return false
  const names = await findPolicyTags(db, accountId, TagPolicy.REVIEW_COMMENT)
  return names.some((name) => tags.includes(name))
}

/** Gives a video its tags anew; returns whether the instance blocks videos that have one of them. */
export async function tagVideo(
  ctx: Context,
  tx: Tx,
  video: { id: number; name: string; description: string | null },
): Promise<{ block: boolean }> {
  const accountId = await requireInstanceAccountId(tx)
  const tags = findTags(ctx, `${video.name}\n${video.description ?? ''}`, await findWordLists(tx, [accountId]))
  const rows = tags.map((name) => ({ id: video.id, name }))
  await replaceVideoTags(tx, accountId, [video.id], rows, ctx.clock.now())
  if (tags.length === 0) return { block: false }
  const blocking = await findPolicyTags(tx, accountId, TagPolicy.BLOCK_VIDEO)
  return { block: blocking.some((name) => tags.includes(name)) }
}
