import type { UserRight } from '@sepiola/contract/rights.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { maySearchRemote } from '../list/list-videos.ts'
import { decideVideoAccess, type AccessDecision } from './video-access.ts'
import { findAccessRow, type AccessRow } from './video-access.sql.ts'
import { isPossible, type VideoRef } from './video-ref.ts'
import { findTokenHolder } from './video-file-token.ts'

export interface ReadCredentials {
  /** Header `x-peertube-video-password`. */
  password?: string | undefined
  /** Query `videoFileToken`. */
  fileToken?: string | undefined
}

/**
 * The video, when the viewer may read it (spec 03 §2.1); else 404 unknown, 401 or 403: what `GET /videos/{id}` refuses, none
 * of its parts shows.
 */
export async function requireReadableVideo(
  ctx: Context,
  viewer: Viewer | undefined,
  ref: VideoRef,
  credentials: ReadCredentials = {},
): Promise<AccessRow> {
  const video = await requireRow(ctx, ref, viewer, credentials.password)
  await refuseUnreadable(ctx, viewer, video, ref, credentials)
  return video
}

/** The access rules alone, for callers with checks between them and the 404 of an unknown video. Throws 401, 403. */
export async function refuseUnreadable(
  ctx: Context,
  viewer: Viewer | undefined,
  video: AccessRow,
  ref: VideoRef,
  credentials: ReadCredentials = {},
): Promise<void> {
  refuseUnlessAllowed(await decide(ctx, viewer, video, 'id' in ref, credentials))
  refuseUnfollowed(ctx, viewer, video)
}

/** Throws 403 for a video of a server that the instance does not follow where the viewer may not look for such. */
export function refuseUnfollowed(
  ctx: Context,
  viewer: Viewer | undefined,
  { followed, url }: Pick<AccessRow, 'followed' | 'url'>,
): void {
  if (followed || maySearchRemote(ctx, viewer)) return
  throw problem('does_not_respect_follow_constraints', 'Cannot get this video regarding follow constraints', {
    extras: { originUrl: url },
  })
}

/**
 * The decision alone, for callers that found the video by one of its files. A file token opens what its user may read
 * now, one without user what a password opens (spec 03 §9); any other is refused, whoever else asks.
 */
export async function decide(
  ctx: Context,
  viewer: Viewer | undefined,
  video: AccessRow,
  byNumericId: boolean,
  credentials: ReadCredentials,
): Promise<AccessDecision> {
  const { privacy, blocked } = video
  if (credentials.fileToken) {
    const token = await findTokenHolder(ctx, credentials.fileToken, video.uuid)
    if (!token) return 'forbidden'
    const facts = { privacy, blocked, byNumericId, password: 'right', viewer: token.holder } as const
    return decideVideoAccess(facts) === 'allowed' ? 'allowed' : 'forbidden'
  }
  return decideVideoAccess({
    privacy,
    blocked,
    byNumericId,
    password: credentials.password === undefined ? 'none' : video.passwordMatches ? 'right' : 'wrong',
    viewer: viewer && { role: viewer.role, managesChannel: video.managesChannel },
  })
}

export function refuseUnlessAllowed(decision: AccessDecision): void {
  switch (decision) {
    case 'allowed':
      return
    case 'unauthorized':
      throw problem(401, 'Cannot fetch this video without being authenticated')
    case 'forbidden':
      throw problem(403, 'Cannot fetch this video')
    case 'password-required':
      throw problem('video_requires_password', 'Please provide a password to access this password protected video')
    case 'password-required-forbidden':
      throw problem('video_requires_password', 'Please provide a password to access this password protected video', {
        status: 403,
      })
    case 'password-incorrect':
      throw problem('incorrect_video_password', 'Incorrect video password. Access to the video is denied.')
  }
}

/**
 * The video, when the viewer owns its channel, collaborates on it or has `right`; else 404 unknown, 403.
 * Remote videos are refused before the rights (spec 03, conventions).
 */
export async function requireManagedVideo(
  ctx: Context,
  viewer: Viewer,
  ref: VideoRef,
  right: UserRight,
  { allowRemote = false }: { allowRemote?: boolean } = {},
): Promise<AccessRow> {
  const video = await requireRow(ctx, ref, viewer)
  if (!allowRemote) requireLocal(video)
  requireManager(viewer, video, right)
  return video
}

export async function requireRow(ctx: Context, ref: VideoRef, viewer?: Viewer, password?: string): Promise<AccessRow> {
  const video = isPossible(ref)
    ? await findAccessRow(ctx.db, ref, viewer?.accountId ?? null, password ?? null)
    : undefined
  if (!video) throw problem(404, 'Video not found')
  return video
}

export function requireLocal(video: AccessRow): void {
  if (video.remote) throw problem(403, 'Cannot manage a video of another server.')
}

export function requireManager(viewer: Viewer, video: AccessRow, right: UserRight): void {
  if (!video.managesChannel && !can(viewer, right)) throw problem(403, 'Cannot manage a video of another user.')
}
