import type { Selectable } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { VideoCaptionTable } from '#foundation/db/peertube-tables.ts'

export type CaptionRow = Selectable<VideoCaptionTable>

export async function findCaptions(db: Db | Tx, videoId: number): Promise<CaptionRow[]> {
  return db.selectFrom('videoCaption').selectAll().where('videoId', '=', videoId).orderBy('language').execute()
}
