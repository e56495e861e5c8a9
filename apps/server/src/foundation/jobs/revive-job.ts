import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/sql-errors.ts'
import { findFailedFollowers, hurryJob, lockJob, reviveRow, type LockedJob } from './revive-job.sql.ts'

export type Revival =
  | { kind: 'revived' }
  /** It waits, runs or is done. */
  | { kind: 'not failed' }
  /** Its definition is still told of the failure. */
  | { kind: 'settling' }
  /** The job that has to come first has failed, too. */
  | { kind: 'waits for'; id: number }
  /** Another one with the same key waits or runs. */
  | { kind: 'twin' }
  /** What it needed is gone, or its failure cannot be undone; `reason` for an administrator. */
  | { kind: 'impossible'; reason: string }

/**
 * Lets a failed job run once more, with those that failed only because they had to come after it; one that waits for
 * its next try is tried at once. Undefined when there is no such job.
 */
export async function reviveJob(ctx: Context, id: number): Promise<Revival | undefined> {
  try {
    return await ctx.db.transaction().execute(async (tx) => {
      const job = await lockJob(tx, id)
      if (!job) return undefined
      if (job.state === 'delayed') {
        await hurryJob(tx, id)
        return { kind: 'revived' as const }
      }
      return revive(ctx, tx, job)
    })
  } catch (error) {
    if (isUniqueViolation(error, 'job_unfinished_key')) return { kind: 'twin' }
    throw error
  }
}

/** Whether a failed job of this type can be revived at all. */
export function isRevivable(ctx: Pick<Context, 'jobs'>, type: string): boolean {
  const definition = ctx.jobs.definition(type)
  return definition !== undefined && (definition.failed === undefined || definition.revive !== undefined)
}

const askAnew = 'ask anew for what it was to do.'

function impossible(reason: string): Revival {
  return { kind: 'impossible', reason }
}

async function revive(ctx: Context, tx: Tx, job: LockedJob): Promise<Revival> {
  if (job.state !== 'failed') return { kind: 'not failed' }
  if (job.settling) return { kind: 'settling' }
  if (job.after !== null && job.afterState === 'failed') return { kind: 'waits for', id: job.after }
  const definition = ctx.jobs.definition(job.type)
  if (!definition) return impossible('this version of the server has no such jobs.')
  if (!isRevivable(ctx, job.type)) return impossible(definition.insteadOfRetry ?? askAnew)
  if (definition.revive) {
    const payload = definition.payload().safeParse(job.payload)
    const outcome = payload.success ? await definition.revive(ctx, tx, payload.data) : askAnew
    if (outcome !== true) return impossible(outcome)
  }
  await reviveRow(tx, job.id, job.afterState !== null && job.afterState !== 'completed')
  for (const follower of await findFailedFollowers(tx, job.id)) await revive(ctx, tx, follower)
  return { kind: 'revived' }
}
