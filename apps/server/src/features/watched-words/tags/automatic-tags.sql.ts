import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** What an automatic tag does (spec 01 §10). */
export const TagPolicy = { REVIEW_COMMENT: 2, BLOCK_VIDEO: 3 } as const

export interface TagOf {
  /** The comment or video. */
  id: number
  name: string
}

async function saveTagNames(tx: Tx, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  await sql`INSERT INTO "automaticTag" ("name") SELECT DISTINCT unnest(${names}::text[]) ON CONFLICT DO NOTHING`.execute(
    tx,
  )
}

type ReplaceTags = (
  tx: Tx,
  accountId: number,
  ids: readonly number[],
  tags: readonly TagOf[],
  now: Date,
) => Promise<void>

const replaceTagsIn =
  (table: string, { of, by }: { of: string; by: string }): ReplaceTags =>
  async (tx, accountId, ids, tags, now) => {
    const names = tags.map(({ name }) => name)
    await saveTagNames(tx, names)
    await sql`DELETE FROM ${sql.table(table)} WHERE "accountId" = ${accountId} AND ${sql.ref(by)} = ANY(${ids}::int[])`.execute(
      tx,
    )
    if (tags.length === 0) return
    await sql`
      INSERT INTO ${sql.table(table)} (${sql.ref(by)}, "automaticTagId", "accountId", "createdAt", "updatedAt")
      SELECT o."id", t."id", ${accountId}, ${now}, ${now}
        FROM unnest(${tags.map(({ id }) => id)}::int[], ${names}::text[]) AS given (id, name)
        JOIN ${sql.table(of)} o ON o."id" = given.id
        JOIN "automaticTag" t ON t."name" = given.name
      ON CONFLICT DO NOTHING`.execute(tx)
  }

/** The tags that an account gives to these comments become exactly `tags`. */
export const replaceCommentTags = replaceTagsIn('commentAutomaticTag', { of: 'videoComment', by: 'commentId' })

/** The tags that an account gives to these videos become exactly `tags`. */
export const replaceVideoTags = replaceTagsIn('videoAutomaticTag', { of: 'video', by: 'videoId' })

/** Names of the tags that have this effect for the account. */
export async function findPolicyTags(db: Db | Tx, accountId: number, policy: number): Promise<string[]> {
  const rows = await db
    .selectFrom('accountAutomaticTagPolicy as p')
    .innerJoin('automaticTag as t', 't.id', 'p.automaticTagId')
    .select('t.name')
    .where('p.accountId', '=', accountId)
    .where('p.policy', '=', policy)
    .orderBy('t.name')
    .execute()
  return rows.map((row) => row.name)
}

export async function replacePolicyTags(
  tx: Tx,
  accountId: number,
  policy: number,
  names: readonly string[],
  now: Date,
): Promise<void> {
  await saveTagNames(tx, names)
  await tx
    .deleteFrom('accountAutomaticTagPolicy')
    .where('accountId', '=', accountId)
    .where('policy', '=', policy)
    .execute()
  await sql`
    INSERT INTO "accountAutomaticTagPolicy" ("accountId", "policy", "automaticTagId", "createdAt", "updatedAt")
    SELECT ${accountId}, ${policy}, "id", ${now}, ${now} FROM "automaticTag" WHERE "name" = ANY(${names}::text[])
    ON CONFLICT DO NOTHING`.execute(tx)
}

/** What the tag `from` does for the account, `to` does instead. */
export async function renamePolicyTag(
  tx: Tx,
  accountId: number,
  { from, to, now }: { from: string; to: string; now: Date },
): Promise<void> {
  await saveTagNames(tx, [to])
  await sql`
    UPDATE "accountAutomaticTagPolicy" p SET "automaticTagId" = new."id", "updatedAt" = ${now}
      FROM "automaticTag" old, "automaticTag" new
     WHERE p."accountId" = ${accountId} AND p."automaticTagId" = old."id" AND old."name" = ${from} AND new."name" = ${to}
       AND NOT EXISTS (SELECT FROM "accountAutomaticTagPolicy" other WHERE other."accountId" = p."accountId"
         AND other."policy" = p."policy" AND other."automaticTagId" = new."id")`.execute(tx)
}
