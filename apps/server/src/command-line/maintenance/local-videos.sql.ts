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

/** Which of these videos have a storyboard. */
export async function findVideosWithStoryboard(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('storyboard as s')
    .innerJoin('video as v', 'v.id', 's.videoId')
    .select('v.uuid')
    .where('v.remote', '=', false)
    .execute()
  return new Set(rows.map((row) => row.uuid))
}

/** Which of them have captions, in whatever language. */
export async function findVideosWithCaptions(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('videoCaption as c')
    .innerJoin('video as v', 'v.id', 'c.videoId')
    .select('v.uuid')
    .distinct()
    .where('v.remote', '=', false)
    .execute()
  return new Set(rows.map((row) => row.uuid))
}
