import type { FastifyInstance } from 'fastify'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'
import type { Context } from './context.ts'
import type { Subscription } from './events/define-event.ts'
import type { Implementation } from './http/implement.ts'
import type { Gauge } from './metrics/gauge.ts'
import type { JobDefinition } from './jobs/define-job.ts'

export interface Schedule {
  name: string
  /** ms between two runs; asked again after each run. Only the leader node runs schedules. */
  every: (ctx: Context) => number
  run(ctx: Context, signal: AbortSignal): Promise<void>
  /** `POST /server/debug/run-command` with this name runs it at once (spec 02 §10). */
  command?: string
}

/** What a slice gives the machine. */
export interface Feature {
  name: string
  operations?: readonly Implementation[]
  /** Operations of the contract that a listener of its own answers, beside the server's routes. */
  ownListener?: readonly OperationDefinition[]
  /** Routes that are no contract operation (static trees, HTML). */
  routes?: (app: FastifyInstance, ctx: Context) => void | Promise<void>
  jobs?: readonly JobDefinition<any>[]
  subscriptions?: readonly Subscription<any>[]
  schedules?: readonly Schedule[]
  /** Told by the metrics exporter. */
  gauges?: readonly Gauge[]
  /** On every start after the migrations, inside one advisory lock across nodes. */
  onStart?: (ctx: Context) => Promise<void>
}

export function defineFeature(feature: Feature): Feature {
  return feature
}
