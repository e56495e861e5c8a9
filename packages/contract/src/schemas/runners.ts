import { z } from 'zod'
import { runnerJobTypes } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { Constant, date } from './common.ts'
import {
  RunnerJobGenerateStoryboardPayload,
  RunnerJobLiveRTMPHLSTranscodingPayload,
  RunnerJobStudioTranscodingPayload,
  RunnerJobTranscriptionPayload,
  RunnerJobVODAudioMergeTranscodingPayload,
  RunnerJobVODHLSTranscodingPayload,
  RunnerJobVODWebVideoTranscodingPayload,
} from './runner-payloads.ts'

export const RunnerRegistrationToken = define(() =>
  z.strictObject({
    id: z.int(),
    registrationToken: z.string(),
    createdAt: date(),
    updatedAt: date(),
    registeredRunnersCount: z.int(),
  }),
)
export type RunnerRegistrationToken = Infer<typeof RunnerRegistrationToken>

export const RegisterRunnerResult = define(() =>
  z.strictObject({
    id: z.number(),
    runnerToken: z.string(),
  }),
)
export type RegisterRunnerResult = Infer<typeof RegisterRunnerResult>

export const Runner = define(() =>
  z.strictObject({
    id: z.int(),
    name: z.string(),
    description: z.string().nullable(),
    ip: z.string().nullable(),
    updatedAt: date(),
    createdAt: date(),
    lastContact: date(),
    version: z.string().nullable(),
  }),
)
export type Runner = Infer<typeof Runner>

export const RequestRunnerJobResult = define(() =>
  z.strictObject({
    availableJobs: z.array(RunnerJob().pick({ uuid: true, type: true, payload: true })),
  }),
)
export type RequestRunnerJobResult = Infer<typeof RequestRunnerJobResult>

export const AcceptRunnerJobResult = define(() =>
  z.strictObject({ job: z.strictObject({ ...RunnerJob().shape, jobToken: z.string() }) }),
)
export type AcceptRunnerJobResult = Infer<typeof AcceptRunnerJobResult>

export const RunnerJob = define(() =>
  z.strictObject({
    uuid: z.string(),
    type: z.enum(runnerJobTypes),
    state: Constant(),
    payload: RunnerJobPayload(),
    failures: z.int(),
    error: z.string().nullable(),
    progress: z.int().nullable(),
    priority: z.int(),
    startedAt: date().nullable(),
    finishedAt: date().nullable(),
    createdAt: date(),
    updatedAt: date(),
    parent: z.strictObject({ type: z.enum(runnerJobTypes), state: Constant(), uuid: z.string() }).optional(),
    runner: z.strictObject({ id: z.int(), name: z.string(), description: z.string().nullable() }).nullable(),
  }),
)
export type RunnerJob = Infer<typeof RunnerJob>

export const RunnerJobAdmin = define(() =>
  z.strictObject({ ...RunnerJob().shape, privatePayload: z.record(z.string(), z.unknown()) }),
)
export type RunnerJobAdmin = Infer<typeof RunnerJobAdmin>

export const RunnerJobPayload = define(() =>
  z.union([
    RunnerJobVODHLSTranscodingPayload(),
    RunnerJobVODWebVideoTranscodingPayload(),
    RunnerJobVODAudioMergeTranscodingPayload(),
    RunnerJobLiveRTMPHLSTranscodingPayload(),
    RunnerJobStudioTranscodingPayload(),
    RunnerJobTranscriptionPayload(),
    RunnerJobGenerateStoryboardPayload(),
  ]),
)
export type RunnerJobPayload = Infer<typeof RunnerJobPayload>
