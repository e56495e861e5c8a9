import type { Tx } from '#foundation/db/database.ts'

/** The privacy, which stays what it is until the transaction ends; undefined when the video is gone. */
export async function lockPrivacy(tx: Tx, videoId: number): Promise<number | undefined> {
  const row = await tx.selectFrom('video').select('privacy').where('id', '=', videoId).forUpdate().executeTakeFirst()
  return row?.privacy
}
