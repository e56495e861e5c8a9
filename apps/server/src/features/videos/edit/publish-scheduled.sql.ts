import type { Db, Tx } from '#foundation/db/database.ts'

export async function findDueSchedules(db: Db | Tx, now: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('scheduleVideoUpdate')
    .select('videoId')
    .where('updateAt', '<=', now)
    .orderBy('updateAt')
    .execute()
  return rows.map((row) => row.videoId)
}

/** Undefined when it was changed or taken meanwhile. */
export async function deleteDueSchedule(db: Db | Tx, videoId: number, now: Date) {
  return db
    .deleteFrom('scheduleVideoUpdate')
    .where('videoId', '=', videoId)
    .where('updateAt', '<=', now)
    .returning('privacy')
    .executeTakeFirst()
}
