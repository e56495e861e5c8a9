import type { Reference } from '@sepiola/contract/lenient.ts'
import type { Db } from '#foundation/db/database.ts'

export async function findReportedVideo(
  db: Db,
  reference: Reference,
): Promise<{ uuid: string; remote: boolean } | undefined> {
  const query = db.selectFrom('video').select(['uuid', 'remote'])
  const found = 'uuid' in reference ? query.where('uuid', '=', reference.uuid) : query.where('id', '=', reference.id)
  return found.executeTakeFirst()
}
