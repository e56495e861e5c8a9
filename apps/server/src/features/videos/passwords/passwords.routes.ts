import { ChannelActivityAction, VideoPrivacy } from '@sepiola/contract/enums.ts'
import {
  addVideoPassword,
  listVideoPasswords,
  removeVideoPassword,
  updateVideoPasswordList,
} from '@sepiola/contract/operations/video-passwords.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { insertChannelActivity, lockVideoForEdit, replacePasswords } from '../edit/video-rows.sql.ts'
import { requireLocal, requireManager, requireRow } from '../read/require-video.ts'
import type { AccessRow } from '../read/video-access.sql.ts'
import { countPasswords, deletePassword, findPassword, insertPassword, listPasswords } from './passwords.sql.ts'

const isProtected = (video: AccessRow) => video.privacy === VideoPrivacy.PASSWORD_PROTECTED

function requireProtected(video: AccessRow): void {
  if (!isProtected(video)) throw problem(400, 'This video is not password protected.')
}

/** The row of the video is locked, so that two requests do not both remove the last but one. */
async function change(
  ctx: Context,
  viewer: Viewer,
  video: AccessRow,
  apply: (tx: Tx, now: Date) => Promise<void>,
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await lockVideoForEdit(tx, video.id))) throw problem(404, 'Video not found')
    await apply(tx, now)
    const { channelId } = video
    const action = ChannelActivityAction.UPDATE_PASSWORDS
    await insertChannelActivity(tx, { action, channelId, accountId: viewer.accountId, video, now })
  })
}

async function requireMoreThanOne(ctx: Pick<Context, 'db'>, tx: Tx | undefined, videoId: number): Promise<void> {
  const count = await countPasswords(tx ?? ctx.db, videoId)
  if (count <= 1) throw problem(400, 'A password-protected video needs at least one password.')
}

/** Spec 03 §17. */
export const passwordOperations = [
  implement(listVideoPasswords, async ({ ctx, viewer, params, query }) => {
    const video = await requireRow(ctx, params.id, viewer)
    requireProtected(video)
    requireLocal(video)
    requireManager(viewer, video, 'SEE_ALL_VIDEOS')
    const { total, passwords } = await listPasswords(ctx.db, video.id, query)
    const data = passwords.map(({ createdAt, updatedAt, ...password }) => ({
      ...password,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    }))
    return { total, data }
  }),

  implement(updateVideoPasswordList, async ({ ctx, viewer, params, body }) => {
    const video = await requireRow(ctx, params.id, viewer)
    if (isProtected(video) && body.passwords.length === 0) {
      throw problem(400, 'A password-protected video needs at least one password.')
    }
    requireLocal(video)
    requireManager(viewer, video, 'UPDATE_ANY_VIDEO')
    await change(ctx, viewer, video, (tx, now) => replacePasswords(tx, video.id, body.passwords, now))
  }),

  implement(addVideoPassword, async ({ ctx, viewer, params, body }) => {
    const video = await requireRow(ctx, params.id, viewer)
    requireLocal(video)
    requireManager(viewer, video, 'UPDATE_ANY_VIDEO')
    await change(ctx, viewer, video, (tx, now) => insertPassword(tx, video.id, body.password, now))
  }),

  implement(removeVideoPassword, async ({ ctx, viewer, params }) => {
    const video = await requireRow(ctx, params.id, viewer)
    requireProtected(video)
    const password = await findPassword(ctx.db, video.id, params.passwordId)
    if (!password) throw problem(404, 'Video password not found')
    await requireMoreThanOne(ctx, undefined, video.id)
    requireLocal(video)
    requireManager(viewer, video, 'UPDATE_ANY_VIDEO')
    await change(ctx, viewer, video, async (tx) => {
      await requireMoreThanOne(ctx, tx, video.id)
      await deletePassword(tx, password.id)
    })
  }),
]
