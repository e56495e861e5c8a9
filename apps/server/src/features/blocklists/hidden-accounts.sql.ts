import { sql, type RawBuilder } from 'kysely'
import { instanceAccountIds } from '#features/accounts/public.ts'

/** Accounts whose mutes count: the instance's and `by`, as one array that is computed once per query. */
export function muterIds(by: readonly (number | null)[]): RawBuilder<unknown> {
  const accounts = by.filter((id) => id !== null)
  return sql`(ARRAY(${instanceAccountIds}) || ${accounts}::int[])`
}

/**
 * A condition that holds while neither the account nor its server is muted by the instance or one of `by`. It holds
 * for no account (`accountId` null) too. To be joined with AND, so that the planner makes anti-joins of it; an account's
 * server is looked up by itself, for joined with few mutes the planner reads all actors.
 */
export function isNotMuted(accountId: RawBuilder<number | null>, by: readonly (number | null)[]): RawBuilder<boolean> {
  return sql`(NOT EXISTS (SELECT FROM "accountBlocklist" mute
        WHERE mute."targetAccountId" = ${accountId} AND mute."accountId" = ANY(${muterIds(by)}))
    AND NOT EXISTS (SELECT FROM "serverBlocklist" mute
        WHERE mute."targetServerId" = (SELECT muted."serverId" FROM "actor" muted WHERE muted."accountId" = ${accountId})
          AND mute."accountId" = ANY(${muterIds(by)})))`
}

/** Ids of all accounts that the instance or one of `by` mutes, for `IN (…)` over few values. */
export function mutedAccounts(by: readonly (number | null)[]): RawBuilder<unknown> {
  return sql`SELECT mute."targetAccountId" FROM "accountBlocklist" mute WHERE mute."accountId" = ANY(${muterIds(by)})
    UNION ALL
    SELECT muted."accountId" FROM "serverBlocklist" mute
      JOIN "actor" muted ON muted."serverId" = mute."targetServerId" AND muted."accountId" IS NOT NULL
     WHERE mute."accountId" = ANY(${muterIds(by)})`
}
