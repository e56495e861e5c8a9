import type { Db, Tx } from '#foundation/db/database.ts'

interface Target {
  accountId: number
  targetId: number
  /** As the log names it. */
  name: string
  now: Date
}

/** False when it was muted already. */
export async function insertAccountMute(tx: Tx, { accountId, targetId, name, now }: Target): Promise<boolean> {
  const result = await tx
    .insertInto('accountBlocklist')
    .values({ accountId, targetAccountId: targetId, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.columns(['accountId', 'targetAccountId']).doNothing())
    .executeTakeFirst()
  return logMute(tx, Number(result.numInsertedOrUpdatedRows) > 0, 'block', { accountId, name, now })
}

/** False when it was not muted. */
export async function deleteAccountMute(tx: Tx, { accountId, targetId, name, now }: Target): Promise<boolean> {
  const result = await tx
    .deleteFrom('accountBlocklist')
    .where('accountId', '=', accountId)
    .where('targetAccountId', '=', targetId)
    .executeTakeFirst()
  return logMute(tx, result.numDeletedRows > 0n, 'unblock', { accountId, name, now })
}

export async function insertServerMute(tx: Tx, { accountId, targetId, name, now }: Target): Promise<boolean> {
  const result = await tx
    .insertInto('serverBlocklist')
    .values({ accountId, targetServerId: targetId, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.columns(['accountId', 'targetServerId']).doNothing())
    .executeTakeFirst()
  return logMute(tx, Number(result.numInsertedOrUpdatedRows) > 0, 'block', { accountId, name, now })
}

export async function deleteServerMute(tx: Tx, { accountId, targetId, name, now }: Target): Promise<boolean> {
  const result = await tx
    .deleteFrom('serverBlocklist')
    .where('accountId', '=', accountId)
    .where('targetServerId', '=', targetId)
    .executeTakeFirst()
  return logMute(tx, result.numDeletedRows > 0n, 'unblock', { accountId, name, now })
}

async function logMute(
  tx: Tx,
  changed: boolean,
  action: 'block' | 'unblock',
  { accountId, name, now }: { accountId: number; name: string; now: Date },
): Promise<boolean> {
  if (changed) {
    await tx.insertInto('sepiola.blocklistLog').values({ accountId, action, target: name, createdAt: now }).execute()
  }
  return changed
}

export async function findServerId(db: Db | Tx, host: string): Promise<number | undefined> {
  const row = await db.selectFrom('server').select('id').where('host', '=', host).executeTakeFirst()
  return row?.id
}

/** Hosts that nobody heard of yet become known. */
export async function saveServer(tx: Tx, host: string, now: Date): Promise<number> {
  await tx
    .insertInto('server')
    .values({ host, redundancyAllowed: false, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('host').doNothing())
    .execute()
  return (await findServerId(tx, host))!
}
