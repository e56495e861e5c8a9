import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** What is chosen for a video and for its channel; null = nothing was. */
export interface ChosenThemes {
  video: string | null
  channel: string | null
}

export async function findThemesOfVideo(db: Db | Tx, videoId: number): Promise<ChosenThemes | undefined> {
  const { rows } = await sql<ChosenThemes>`
    SELECT (SELECT s."theme" FROM "playerSetting" s WHERE s."videoId" = v."id") AS "video",
      (SELECT s."theme" FROM "playerSetting" s WHERE s."channelId" = v."channelId") AS "channel"
    FROM "video" v WHERE v."id" = ${videoId}`.execute(db)
  return rows[0]
}

export async function findThemeOfChannel(db: Db | Tx, channelId: number): Promise<string | null> {
  const row = await db.selectFrom('playerSetting').select('theme').where('channelId', '=', channelId).executeTakeFirst()
  return row?.theme ?? null
}

export async function upsertTheme(
  tx: Tx,
  owner: { videoId: number } | { channelId: number },
  theme: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('playerSetting')
    .values({ videoId: null, channelId: null, ...owner, theme, createdAt: now, updatedAt: now })
    .onConflict((conflict) =>
      conflict.column('videoId' in owner ? 'videoId' : 'channelId').doUpdateSet({ theme, updatedAt: now }),
    )
    .execute()
}
