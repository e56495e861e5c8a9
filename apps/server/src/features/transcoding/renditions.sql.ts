import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export type RenditionState = 'waiting' | 'running' | 'done' | 'failed'

export interface Rendition {
  /** `hls-720`: id of the plan's output. */
  name: string
  /** Shorter side in pixels, 0 = audio only. */
  resolution: number
  fps: number
  /** 0 = needed to play, 1 = the rest. */
  part: number
  partEnded: boolean
  requestedAt: Date
  fileKey: string
  fileId: number | null
  state: RenditionState
  /** Percent. */
  progress: number
  error: string | null
}

/** One transcoding run of a video. */
export interface RunRef {
  videoId: number
  requestedAt: Date
}

export type NewRendition = Pick<Rendition, 'name' | 'resolution' | 'fps' | 'part'>

/** Forgets the run before. */
export async function replaceRenditions(db: Db | Tx, run: RunRef, renditions: readonly NewRendition[]): Promise<void> {
  await deleteRenditions(db, run.videoId)
  await sql`
    INSERT INTO sepiola."rendition"
      ("videoId", "name", "resolution", "fps", "part", "requestedAt", "fileKey", "state", "updatedAt")
    SELECT ${run.videoId}::int, r."name", r."resolution", r."fps", r."part", ${run.requestedAt}::timestamptz,
      gen_random_uuid(), 'waiting', ${run.requestedAt}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(renditions)}::jsonb)
      AS r("name" text, "resolution" int, "fps" int, "part" int)`.execute(db)
}

export async function deleteRenditions(db: Db | Tx, videoId: number): Promise<void> {
  await sql`DELETE FROM sepiola."rendition" WHERE "videoId" = ${videoId}`.execute(db)
}

/** Of the current run. */
export async function findRenditions(db: Db | Tx, videoId: number): Promise<Rendition[]> {
  const { rows } = await sql<Rendition>`
    SELECT "name", "resolution", "fps", "part", "partEnded", "requestedAt", "fileKey", "fileId", "state", "progress", "error"
    FROM sepiola."rendition" WHERE "videoId" = ${videoId} ORDER BY "resolution" DESC, "fps" DESC, "name"`.execute(db)
  return rows
}

const ofRun = ({ videoId, requestedAt }: RunRef) => sql`"videoId" = ${videoId} AND "requestedAt" = ${requestedAt}`

/** How far the renditions of one step are; those that are done stay so. False when the run is not there any more. */
export async function setRenditionProgress(
  db: Db | Tx,
  run: RunRef,
  names: readonly string[],
  progress: number,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE sepiola."rendition" SET "state" = 'running', "progress" = ${progress}, "error" = NULL, "updatedAt" = now()
    WHERE ${ofRun(run)} AND "name" = ANY(${[...names]}::text[]) AND "state" <> 'done' RETURNING 1`.execute(db)
  return rows.length > 0
}

export async function markRenditionDone(db: Db | Tx, run: RunRef, name: string, fileId: number): Promise<void> {
  await sql`
    UPDATE sepiola."rendition"
    SET "state" = 'done', "progress" = 100, "error" = NULL, "fileId" = ${fileId}, "updatedAt" = now()
    WHERE ${ofRun(run)} AND "name" = ${name}`.execute(db)
}

/** All of a part that did not become files. */
export async function markRenditionsFailed(db: Db | Tx, run: RunRef, part: number, error: string): Promise<void> {
  await sql`
    UPDATE sepiola."rendition" SET "state" = 'failed', "error" = ${error}, "updatedAt" = now()
    WHERE ${ofRun(run)} AND "part" = ${part} AND "state" <> 'done'`.execute(db)
}

/** True for the one caller that ends the part of this run. */
export async function endPart(db: Db | Tx, run: RunRef, part: number): Promise<boolean> {
  const { rows } = await sql`
    UPDATE sepiola."rendition" SET "partEnded" = true
    WHERE ${ofRun(run)} AND "part" = ${part} AND NOT "partEnded" RETURNING 1`.execute(db)
  return rows.length > 0
}

/** Those of the part that did not become files wait again. */
export async function reopenPart(db: Db | Tx, run: RunRef, part: number): Promise<void> {
  await sql`
    UPDATE sepiola."rendition"
       SET "partEnded" = false, "updatedAt" = now(),
           "state" = CASE WHEN "state" = 'done' THEN "state" ELSE 'waiting' END,
           "progress" = CASE WHEN "state" = 'done' THEN "progress" ELSE 0 END, "error" = NULL
     WHERE ${ofRun(run)} AND "part" = ${part}`.execute(db)
}
