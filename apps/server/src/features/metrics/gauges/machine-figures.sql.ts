import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

export interface JobCount {
  type: string
  state: string
  count: number
}

export async function countJobs(db: Db): Promise<JobCount[]> {
  const { rows } = await sql<JobCount>`
    SELECT type, state, count(*) AS count FROM sepiola.job GROUP BY type, state`.execute(db)
  return rows
}

/** Browsers that told within the last time that they watch. */
export async function countViewers(db: Db, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM sepiola."viewerSession" WHERE "seenAt" > ${since}`.execute(db)
  return Number(rows[0]!.count)
}

export async function countRunningLives(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM "videoLiveSession" WHERE "endDate" IS NULL`.execute(db)
  return Number(rows[0]!.count)
}

export interface RunnerFigure {
  name: string
  version: string | null
  lastContact: Date
}

export async function listRunners(db: Db): Promise<RunnerFigure[]> {
  return db.selectFrom('runner').select(['name', 'version', 'lastContact']).orderBy('id').execute()
}

export interface RunnerJobCount {
  type: string
  state: number
  count: number
}

export async function countRunnerJobs(db: Db): Promise<RunnerJobCount[]> {
  const { rows } = await sql<RunnerJobCount>`
    SELECT type, state, count(*) AS count FROM "runnerJob" GROUP BY type, state`.execute(db)
  return rows
}
