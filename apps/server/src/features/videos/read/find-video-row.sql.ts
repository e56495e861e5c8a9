import type { Selectable } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { VideoTable } from '#foundation/db/peertube-tables.ts'
import { isPossible, type VideoRef } from './video-ref.ts'

/** The bare row, whoever asks. */
export async function findVideoRow(db: Db | Tx, ref: VideoRef): Promise<Selectable<VideoTable> | undefined> {
  if (!isPossible(ref)) return undefined
  const query = db.selectFrom('video').selectAll()
  return ('id' in ref ? query.where('id', '=', ref.id) : query.where('uuid', '=', ref.uuid)).executeTakeFirst()
}
