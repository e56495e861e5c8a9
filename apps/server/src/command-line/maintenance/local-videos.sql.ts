import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** Videos of this server that are no lives, oldest first. */
export async function listLocalVideos(db: Db | Tx) {
  return db
    .selectFrom('video')
    .select(['id', 'uuid', 'privacy'])
    .where('remote', '=', false)
    .where('isLive', '=', false)
    .orderBy('id')
    .execute()
}

/** Playlists of this server that have a picture. */
export async function listPicturedPlaylists(db: Db): Promise<{ id: number; uuid: string }[]> {
  return db
    .selectFrom('videoPlaylist as p')
    .innerJoin('actor as a', 'a.accountId', 'p.ownerAccountId')
    .select(['p.id', 'p.uuid'])
    .where('a.serverId', 'is', null)
    .where((eb) => eb.exists(eb.selectFrom('thumbnail as t').select('t.id').whereRef('t.videoPlaylistId', '=', 'p.id')))
    .orderBy('p.id')
    .execute()
}

/** Which of these videos have rows there. */
export async function findVideosWith(db: Db, table: 'storyboard' | 'videoCaption'): Promise<Set<string>> {
  const { rows } = await sql<{ uuid: string }>`
    SELECT v."uuid" FROM "video" v WHERE NOT v."remote"
      AND EXISTS (SELECT FROM ${sql.table(table)} part WHERE part."videoId" = v."id")`.execute(db)
  return new Set(rows.map((row) => row.uuid))
}
