import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { newJobChannel } from './enqueue.sql.ts'
import { pausedFlag } from './take-jobs.sql.ts'

/** No node starts another job until `resumeQueues`, also after a restart; running ones end as usual. */
export async function pauseQueues(db: Db): Promise<void> {
  await db
    .insertInto('sepiola.flag')
    .values({ name: pausedFlag })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function resumeQueues(db: Db): Promise<void> {
  await db.deleteFrom('sepiola.flag').where('name', '=', pausedFlag).execute()
  await sql`SELECT pg_notify(${newJobChannel}, '')`.execute(db)
}

export async function areQueuesPaused(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('sepiola.flag').select('name').where('name', '=', pausedFlag).executeTakeFirst()) !== undefined
  )
}
