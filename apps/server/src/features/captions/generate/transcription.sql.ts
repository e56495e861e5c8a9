import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

export interface TranscriptionRow {
  state: 'blocked' | 'delayed' | 'waiting' | 'active' | 'completed' | 'failed'
  /** Percent. */
  progress: number
  error: string | null
  finishedAt: Date | null
}

/** The latest transcription of a video on this server; finished ones are known for some days. */
export async function findTranscription(db: Db, videoUuid: string): Promise<TranscriptionRow | undefined> {
  const { rows } = await sql<TranscriptionRow>`
    SELECT "state", "progress", "error", "finishedAt" FROM sepiola."job"
    WHERE "type" = 'video-transcription' AND "key" = ${videoUuid} ORDER BY "id" DESC LIMIT 1`.execute(db)
  return rows[0]
}
