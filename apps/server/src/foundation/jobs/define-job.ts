import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Settings } from '../config/settings.ts'

export interface RunningJob<P> {
  id: number
  payload: P
  attempt: number
  /** Aborted on cancel, on timeout and when the node stops; after a stop the job returns to the queue. */
  signal: AbortSignal
  /** 0–100; written at most once a second. */
  progress(percent: number): void
}

export interface JobDefinition<P = unknown> {
  /** Name as the jobs API lists it (`video-transcoding`); event subscribers have names with a slash. */
  type: string
  payload: () => z.ZodType<P>
  /** How many times it is tried; default 1. */
  attempts?: number
  /** How many run at once on one node; default 1. */
  concurrency?: (settings: Settings) => number
  /** ms; absent = none. */
  timeout?: (settings: Settings) => number
  /** ms before the given retry (1 = first retry); default exponential from 60 s. */
  backoff?: (attempt: number) => number
  /** May be cancelled through the jobs API while active. */
  cancellable?: boolean
  /** ms that a finished row is kept; default 2 days (completed), 7 days (failed). */
  keepCompleted?: number
  run(ctx: Context, job: RunningJob<P>): Promise<void>
  /** Called once when no attempt is left, or when the job was cancelled. */
  failed?(ctx: Context, job: { id: number; payload: P; error: string; cancelled: boolean }): Promise<void>
  /**
   * An administrator wants the failed job to run again: undoes what `failed` did. Else what stands against it, which the
   * administrator is told. A job that has `failed` and not this never runs again.
   */
  revive?(ctx: Context, tx: Tx, payload: P): Promise<true | string>
  /** What an administrator can do instead with one that never runs again. */
  insteadOfRetry?: string
}

export function defineJob<P>(definition: JobDefinition<P>): JobDefinition<P> {
  return definition
}
