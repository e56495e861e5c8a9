import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'
import type { Cue } from './index-captions.ts'

export interface PendingCaption {
  id: number
  /** null when the caption is gone. */
  filename: string | null
}

export async function findPendingCaptions(db: Db): Promise<PendingCaption[]> {
  const { rows } = await sql<PendingCaption>`
    SELECT p."captionId" AS "id", c."filename"
    FROM sepiola."captionTextPending" p LEFT JOIN "videoCaption" c ON c."id" = p."captionId"
    ORDER BY p."captionId" LIMIT 50`.execute(db)
  return rows
}

/** Replaces what was known of the caption; it is pending again when it changed while it was read. */
export async function saveCaptionText(db: Db, caption: PendingCaption, cues: readonly Cue[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`DELETE FROM sepiola."captionTextPending" WHERE "captionId" = ${caption.id}
      AND NOT EXISTS (SELECT FROM "videoCaption" c
        WHERE c."id" = ${caption.id} AND c."filename" IS DISTINCT FROM ${caption.filename})`.execute(tx)
    await sql`DELETE FROM sepiola."captionText" WHERE "captionId" = ${caption.id}`.execute(tx)
    if (cues.length === 0) return
    await sql`
      INSERT INTO sepiola."captionText" ("captionId", "videoId", "language", "cues", "words")
      SELECT c."id", c."videoId", c."language", ${JSON.stringify(cues)}::jsonb,
        array_to_tsvector(sepiola.search_words(${cues.map(([, words]) => words).join(' ')}))
      FROM "videoCaption" c WHERE c."id" = ${caption.id} AND c."filename" = ${caption.filename}`.execute(tx)
  })
}
