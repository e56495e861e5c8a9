import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/database.ts'
import { readSort } from '../db/list-clauses.ts'

/** States as the jobs API names them (spec 02 §10). */
export type ListedState =
  | 'active'
  | 'completed'
  | 'failed'
  | 'waiting'
  | 'delayed'
  | 'paused'
  | 'waiting-children'
  | 'prioritized'

export interface ListedJob {
  id: number
  type: string
  state: ListedState
  payload: unknown
  parent: number | null
  priority: number
  /** 0–100 */
  progress: number
  error: string | null
  /** Where the failure happened. */
  stack: string | null
  attempts: number
  maxAttempts: number
  /** When a delayed one is tried. */
  runAt: Date
  createdAt: Date
  processedAt: Date | null
  finishedAt: Date | null
}

export interface JobListRequest {
  /** `waiting` also lists prioritized and waiting-children. Nothing is ever `paused`: a pause stops the workers only. */
  state?: ListedState | undefined
  type?: string | undefined
  /** Only these types; for callers that show a part of them. */
  types?: readonly string[] | undefined
  start: number
  count: number
  sort: 'createdAt' | '-createdAt'
}

const listedState = sql<ListedState>`CASE "state"
  WHEN 'blocked' THEN 'waiting-children'
  WHEN 'waiting' THEN CASE WHEN "priority" > 0 THEN 'prioritized' ELSE 'waiting' END
  ELSE "state" END`

const listedColumns = sql`"id", "type", ${listedState} AS "state", "payload", "parent", "priority", "progress", "error",
  "stack", "attempts", "maxAttempts", "runAt", "createdAt", "processedAt", "finishedAt"`

const stateFilters: Record<ListedState, RawBuilder<unknown>> = {
  active: sql`"state" = 'active'`,
  completed: sql`"state" = 'completed'`,
  failed: sql`"state" = 'failed'`,
  delayed: sql`"state" = 'delayed'`,
  waiting: sql`"state" IN ('waiting', 'blocked')`,
  prioritized: sql`"state" = 'waiting' AND "priority" > 0`,
  'waiting-children': sql`"state" = 'blocked'`,
  paused: sql`false`,
}

export async function listJobs(db: Db, request: JobListRequest): Promise<{ total: number; data: ListedJob[] }> {
  const conditions = [sql`true`]
  if (request.state) conditions.push(stateFilters[request.state])
  if (request.type !== undefined) conditions.push(sql`"type" = ${request.type}`)
  if (request.types) conditions.push(sql`"type" = ANY(${request.types}::text[])`)
  const where = sql.join(conditions, sql` AND `)
  const { direction } = readSort(request.sort)
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS "total" FROM sepiola.job WHERE ${where}`.execute(db),
    sql<ListedJob>`
      SELECT ${listedColumns} FROM sepiola.job WHERE ${where}
      ORDER BY "createdAt" ${direction}, "id" ${direction} LIMIT ${request.count} OFFSET ${request.start}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, data: listed.rows }
}

export async function findJob(db: Db, id: number): Promise<ListedJob | undefined> {
  const { rows } = await sql<ListedJob>`
    SELECT ${listedColumns} FROM sepiola.job WHERE "id" = ${id}`.execute(db)
  return rows[0]
}

/** For metrics. */
export async function countJobs(db: Db): Promise<{ type: string; state: ListedState; count: number }[]> {
  const { rows } = await sql<{ type: string; state: ListedState; count: number }>`
    SELECT "type", ${listedState} AS "state", count(*) AS "count" FROM sepiola.job GROUP BY 1, 2 ORDER BY 1, 2`.execute(
    db,
  )
  return rows
}
