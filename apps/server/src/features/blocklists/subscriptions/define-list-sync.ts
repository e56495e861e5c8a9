import { z } from 'zod'
import { SyncState } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { Schedule } from '#foundation/feature.ts'
import { defineJob, type JobDefinition } from '#foundation/jobs/define-job.ts'
import { fetchActions, type ActionList } from './fetch-actions.ts'

interface SyncChange {
  state: number
  updatedAt: Date
  name?: string
  lastSyncAt?: Date
  lastActionAt?: Date
}

interface ListSync<Row, A extends object, Kept extends object> {
  /** Of the job. */
  type: string
  /** Of the schedule. */
  name: string
  actions: () => z.ZodType<ActionList<A>>
  find(db: Db | Tx, id: number): Promise<Row | undefined>
  findIds(db: Db | Tx): Promise<number[]>
  update(db: Db | Tx, id: number, change: SyncChange | (SyncChange & Kept)): Promise<void>
  /** Does what happened in the list since the last time, oldest first. Returns what the row keeps of it. */
  apply(ctx: Context, tx: Tx, row: Row, news: ActionList<A>): Promise<Kept>
}

const hour = 60 * 60 * 1000

/**
 * Lists of other servers are followed by a job for each, every hour: it asks for what happened since the last action it
 * knows, and the row says how that went (spec 10 §2.3, spec 04 §10).
 */
export function defineListSync<
  Row extends { url: string; lastActionAt: Date | null },
  A extends object,
  Kept extends object,
>(sync: ListSync<Row, A, Kept>): { job: JobDefinition<{ subscriptionId: number }>; schedule: Schedule } {
  const job = defineJob({
    type: sync.type,
    payload: () => z.object({ subscriptionId: z.int() }),
    async run(ctx, { payload: { subscriptionId } }) {
      const row = await sync.find(ctx.db, subscriptionId)
      if (!row) return
      await sync.update(ctx.db, subscriptionId, { state: SyncState.PROCESSING, updatedAt: ctx.clock.now() })
      const news = await fetchActions(ctx, row.url, row.lastActionAt, sync.actions())
      await ctx.db.transaction().execute(async (tx) => {
        const kept = await sync.apply(ctx, tx, row, news)
        const now = ctx.clock.now()
        const newest = news.actions.at(-1)?.createdAt
        await sync.update(tx, subscriptionId, {
          ...{ name: news.name, state: SyncState.SYNCED, lastSyncAt: now, updatedAt: now, ...kept },
          ...(newest && { lastActionAt: newest }),
        })
      })
    },
    // A run begins with the state that the failure ended.
    revive: async () => true,

    async failed(ctx, { payload: { subscriptionId } }) {
      const now = ctx.clock.now()
      await sync.update(ctx.db, subscriptionId, { state: SyncState.FAILED, updatedAt: now, lastSyncAt: now })
    },
  })
  const schedule: Schedule = {
    name: sync.name,
    every: (ctx) => (ctx.testMode ? 5_000 : hour),
    async run(ctx) {
      for (const subscriptionId of await sync.findIds(ctx.db)) {
        await ctx.jobs.add(ctx.db, job, { subscriptionId }, { key: String(subscriptionId) })
      }
    },
  }
  return { job, schedule }
}
