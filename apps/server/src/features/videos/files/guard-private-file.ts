import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Context } from '#foundation/context.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { decide, refuseUnlessAllowed } from '../read/require-video.ts'
import type { AccessDecision } from '../read/video-access.ts'
import { findAccessRow } from '../read/video-access.sql.ts'
import { videoCaches } from '../list/video-caches.ts'
import { findVideoUuidOfWebVideo, isOfBlockedVideo } from './files.sql.ts'

/** A file in a private folder, or of a blocked video: a web video by its name, or anything in the HLS folder of a video. */
export type PrivateFile = { webVideo: string } | { videoUuid: string }

/** Spec 05 §14: decisions count for 10 s per credential and file (HLS: video). */
const decisionLifetime = 10_000
/** `unknown`: there is no such file or video. */
type FileDecision = AccessDecision | 'unknown'
const decisionsOf = new WeakMap<Context, LRUCache<string, FileDecision>>()

/** A file in a public folder: guarded as a private one while its video is blocked (spec 10 §3). Throws 401, 403. */
export async function guardPublicFile(
  ctx: Context,
  viewer: Viewer | undefined,
  request: FastifyRequest,
  file: PrivateFile,
): Promise<void> {
  if (await isBlocked(ctx, file)) await guardPrivateFile(ctx, viewer, request, file)
}

/** Asked for every part of every video that is watched, so that the answer is kept until videos change. */
async function isBlocked(ctx: Context, file: PrivateFile): Promise<boolean> {
  const find = () => isOfBlockedVideo(ctx.db, file)
  const caches = videoCaches(ctx)
  if (!caches) return find()
  const kept = await caches.ids.get(`blocked ${subjectOf(file)}`, decisionLifetime, async () =>
    Int32Array.of(Number(await find())),
  )
  return kept[0] === 1
}

const subjectOf = (file: PrivateFile) => ('webVideo' in file ? file.webVideo : file.videoUuid)

/** Throws 401 or 403 unless what the request carries opens the file. */
export async function guardPrivateFile(
  ctx: Context,
  viewer: Viewer | undefined,
  request: FastifyRequest,
  file: PrivateFile,
): Promise<void> {
  if (!ctx.settings.current.static_files.private_files_require_auth) return
  const password = textOf(request.headers['x-peertube-video-password'])
  const fileToken = textOf((request.query as Record<string, unknown>).videoFileToken)
  if (!viewer && password === undefined && fileToken === undefined) {
    throw problem(401, 'This file is private: a token or a password is needed.')
  }
  const key = JSON.stringify([subjectOf(file), viewer?.tokenId, password, fileToken])
  const decisions = decisionsFor(ctx)
  const known = decisions.get(key)
  if (known) return refuse(known)
  const decision = await decideFile(ctx, viewer, file, { password, fileToken })
  decisions.set(key, decision)
  refuse(decision)
}

function refuse(decision: FileDecision): void {
  if (decision === 'unknown') throw plainProblem(403)
  refuseUnlessAllowed(decision)
}

async function decideFile(
  ctx: Context,
  viewer: Viewer | undefined,
  file: PrivateFile,
  credentials: { password: string | undefined; fileToken: string | undefined },
): Promise<FileDecision> {
  const uuid = 'webVideo' in file ? await findVideoUuidOfWebVideo(ctx.db, file.webVideo) : file.videoUuid
  const video = uuid && (await findAccessRow(ctx.db, { uuid }, viewer?.accountId ?? null, credentials.password ?? null))
  if (!video) return 'unknown'
  return decide(ctx, viewer, video, false, credentials)
}

function decisionsFor(ctx: Context): LRUCache<string, FileDecision> {
  let decisions = decisionsOf.get(ctx)
  if (!decisions) {
    decisions = new LRUCache({ max: 5000, ttl: decisionLifetime })
    decisionsOf.set(ctx, decisions)
  }
  return decisions
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
