import { z } from 'zod'
import { jobStates } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'

export const Debug = define(() =>
  z.strictObject({
    ip: z.string().nullable(),
    activityPubMessagesWaiting: z.number(),
  }),
)
export type Debug = Infer<typeof Debug>

export const Job = define(() =>
  z.strictObject({
    id: z.union([z.int(), z.string()]),
    state: z.enum(jobStates),
    /** One of `jobTypes`; ours have a slash. */
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    parent: z.strictObject({ id: z.union([z.int(), z.string()]) }).optional(),
    progress: z.number(),
    priority: z.number(),
    error: z.unknown(),
    createdAt: date(),
    finishedOn: date().nullable(),
    processedOn: date().nullable(),
    canCancel: z.boolean(),
    // From here on not PeerTube's.
    attempts: z.int(),
    maxAttempts: z.int(),
    nextRunAt: date().nullable(),
    canRetry: z.boolean(),
    canDiscard: z.boolean(),
  }),
)
export type Job = Infer<typeof Job>

export const JobsSummary = define(() =>
  z.strictObject({
    /** No node begins a job. */
    paused: z.boolean(),
    /** `internal`: delivers an event within the server; listed only with `includeInternal`. */
    counts: z.array(
      z.strictObject({ type: z.string(), state: z.enum(jobStates), count: z.int(), internal: z.boolean() }),
    ),
  }),
)
export type JobsSummary = Infer<typeof JobsSummary>

export const BlocklistLog = define(() =>
  z.strictObject({
    id: z.int().optional(),
    action: z.enum(['add', 'delete']).optional(),
    target: z.string().optional(),
    createdAt: date().optional(),
  }),
)
export type BlocklistLog = Infer<typeof BlocklistLog>

export const HttpNodeinfoDiasporaSoftwareNsSchema20 = define(() =>
  z.strictObject({
    version: z.literal('2.0'),
    software: z.strictObject({ name: z.string(), version: z.string() }),
    protocols: z.array(z.string()),
    services: z.strictObject({ inbound: z.array(z.string()), outbound: z.array(z.string()) }),
    openRegistrations: z.boolean(),
    usage: z.strictObject({
      users: z.strictObject({ total: z.int(), activeHalfyear: z.int(), activeMonth: z.int() }),
      localPosts: z.int(),
      localComments: z.int(),
    }),
    metadata: z.record(z.string(), z.unknown()),
  }),
)
export type HttpNodeinfoDiasporaSoftwareNsSchema20 = Infer<typeof HttpNodeinfoDiasporaSoftwareNsSchema20>
