import { z } from 'zod'
import { runnerJobTypes } from '../enums.ts'
import { version, runnerToken, runnerJobTokens } from '../fields.ts'
import { arrayOf, integer, numberOf, object, text, uuid, videoReference } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { AcceptRunnerJobResult, RequestRunnerJobResult, RunnerJobAdmin } from '../schemas/runners.ts'

export const postRunnersJobsRequest = operation({
  id: 'postRunnersJobsRequest',
  method: 'POST',
  path: '/api/v1/runners/jobs/request',
  tag: 'Runner Jobs',
  summary: 'Runner asks for available jobs',
  auth: 'runner',
  rateLimit: 'api',
  body: () =>
    object({ runnerToken: runnerToken(), jobTypes: arrayOf(text()).optional(), version: version().optional() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: RequestRunnerJobResult,
  in70: true,
})

export const postRunnersJobsByJobUUIDAccept = operation({
  id: 'postRunnersJobsByJobUUIDAccept',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/accept',
  tag: 'Runner Jobs',
  summary: 'Runner takes a job',
  auth: 'runner',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid() }),
  body: () => object({ runnerToken: runnerToken() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: AcceptRunnerJobResult,
  in70: true,
})

export const postRunnersJobsByJobUUIDAbort = operation({
  id: 'postRunnersJobsByJobUUIDAbort',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/abort',
  tag: 'Runner Jobs',
  summary: 'Runner gives a job back',
  auth: 'runner',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid() }),
  body: () => object({ ...runnerJobTokens(), reason: text(limits.runnerMessage) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const postRunnersJobsByJobUUIDUpdate = operation({
  id: 'postRunnersJobsByJobUUIDUpdate',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/update',
  tag: 'Runner Jobs',
  summary: 'Runner reports job progress',
  auth: 'runner',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid() }),
  body: () =>
    object({
      ...runnerJobTokens(),
      progress: integer({ min: 0, max: 100 }).optional(),
      payload: z.record(z.string(), z.unknown()).optional(),
    }),
  bodyTypes: ['multipart/form-data', 'application/json'],
  success: 204,
  in70: true,
})

export const postRunnersJobsByJobUUIDError = operation({
  id: 'postRunnersJobsByJobUUIDError',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/error',
  tag: 'Runner Jobs',
  summary: 'Runner reports job failure',
  auth: 'runner',
  rateLimit: false,
  params: () => object({ jobUUID: uuid() }),
  body: () => object({ ...runnerJobTokens(), message: text(limits.runnerMessage) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const postRunnersJobsByJobUUIDSuccess = operation({
  id: 'postRunnersJobsByJobUUIDSuccess',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/success',
  tag: 'Runner Jobs',
  summary: 'Runner delivers job result',
  auth: 'runner',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid() }),
  body: () => object({ ...runnerJobTokens(), payload: z.record(z.string(), z.unknown()).optional() }),
  bodyTypes: ['multipart/form-data', 'application/json'],
  success: 204,
  in70: true,
})

export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQualityAudio = operation({
  id: 'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQualityAudio',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/max-quality/audio',
  tag: 'Runner Jobs',
  summary: 'Runner fetches best audio input',
  auth: 'runner',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid(), videoIdOrUUID: videoReference() }),
  body: () => object({ ...runnerJobTokens() }),
  bodyTypes: ['application/json'],
  success: 200,
  in70: false,
})

export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQuality = operation({
  id: 'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDMaxQuality',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/max-quality',
  tag: 'Runner Jobs',
  summary: 'Runner fetches best video input',
  auth: 'runner',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid(), videoIdOrUUID: videoReference() }),
  body: () => object({ ...runnerJobTokens() }),
  bodyTypes: ['application/json'],
  success: 200,
  in70: false,
})

export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDThumbnailsMaxQuality = operation({
  id: 'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDThumbnailsMaxQuality',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/thumbnails/max-quality',
  tag: 'Runner Jobs',
  summary: 'Runner fetches the video thumbnail',
  auth: 'runner',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid(), videoIdOrUUID: videoReference() }),
  body: () => object({ ...runnerJobTokens() }),
  bodyTypes: ['application/json'],
  success: 200,
  in70: false,
})

export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDPreviewsMaxQuality = operation({
  id: 'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDPreviewsMaxQuality',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/previews/max-quality',
  tag: 'Runner Jobs',
  summary: 'Deprecated alias of thumbnail fetch',
  auth: 'runner',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid(), videoIdOrUUID: videoReference() }),
  body: () => object({ ...runnerJobTokens() }),
  bodyTypes: ['application/json'],
  success: 200,
  in70: false,
})

export const postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDStudioTaskFilesByFilename = operation({
  id: 'postRunnersJobsByJobUUIDFilesVideosByVideoIdOrUUIDStudioTaskFilesByFilename',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/files/videos/{videoIdOrUUID}/studio/task-files/{filename}',
  tag: 'Runner Jobs',
  summary: 'Runner fetches a studio asset',
  auth: 'runner',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid(), videoIdOrUUID: videoReference(), filename: text() }),
  body: () => object({ ...runnerJobTokens() }),
  bodyTypes: ['application/json'],
  success: 200,
  in70: false,
})

export const postRunnersJobsByJobUUIDCancel = operation({
  id: 'postRunnersJobsByJobUUIDCancel',
  method: 'POST',
  path: '/api/v1/runners/jobs/{jobUUID}/cancel',
  tag: 'Runner Jobs',
  summary: 'Cancel a runner job',
  auth: 'user',
  right: 'MANAGE_RUNNERS',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid() }),
  success: 204,
  in70: true,
})

export const deleteRunnersJobsByJobUUID = operation({
  id: 'deleteRunnersJobsByJobUUID',
  method: 'DELETE',
  path: '/api/v1/runners/jobs/{jobUUID}',
  tag: 'Runner Jobs',
  summary: 'Delete a runner job',
  auth: 'user',
  right: 'MANAGE_RUNNERS',
  rateLimit: 'api',
  params: () => object({ jobUUID: uuid() }),
  success: 204,
  in70: true,
})

export const getRunnersJobs = operation({
  id: 'getRunnersJobs',
  method: 'GET',
  path: '/api/v1/runners/jobs',
  tag: 'Runner Jobs',
  summary: 'Page through runner jobs',
  auth: 'user',
  right: 'MANAGE_RUNNERS',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['updatedAt', 'createdAt', 'priority', 'state', 'progress'], '-createdAt'),
      search: text().optional(),
      stateOneOf: arrayOf(numberOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).optional(),
      typeOneOf: arrayOf(z.enum(runnerJobTypes)).optional(),
    }),
  success: 200,
  response: resultList(RunnerJobAdmin),
  in70: true,
})
