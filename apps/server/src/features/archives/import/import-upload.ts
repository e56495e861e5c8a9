import { randomUUID } from 'node:crypto'
import { maxResumableSize } from '@sepiola/contract/limits.ts'
import {
  getLatestUserImport,
  userImportResumable,
  userImportResumableCancel,
  userImportResumableInit,
} from '@sepiola/contract/operations/user-imports.ts'
import { lockUser } from '../export/exports.sql.ts'
import { requireArchiveUser } from '../archive-user.ts'
import { requireQuota } from '#features/users/public.ts'
import {
  announceUpload,
  findSession,
  giveUpUpload,
  isUploadIdOf,
  partialPath,
  receiveUpload,
  recordCreatedKeys,
  saveSession,
  uploadId,
  type UploadSession,
} from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import { refusalTranslator } from '#foundation/http/refusals/translate-refusal.ts'
import { importArchiveJob } from './import-archive.job.ts'
import { importView } from './import.view.ts'
import { findLatestImport, hasUnfinishedImport, insertImport } from './imports.sql.ts'

const right = 'MANAGE_USER_IMPORTS'

/** What a session of chunks keeps: whose account the archive is for, and what became of it. */
interface ArchiveAttributes {
  archiveFor: number
  userImportId?: number
}

function archiveOf({ attributes }: Pick<UploadSession, 'attributes'>): ArchiveAttributes | undefined {
  const found = attributes as Partial<ArchiveAttributes>
  return typeof found.archiveFor === 'number' ? (found as ArchiveAttributes) : undefined
}

const initRoute = implement(userImportResumableInit, async (call) => {
  const { ctx, viewer, params, headers, body } = call
  if (!ctx.settings.current.import.users.enabled) {
    throw problem(400, 'The import of archives is disabled on this instance.')
  }
  if (!body.filename.toLowerCase().endsWith('.zip')) throw problem(400, 'The archive must be a .zip file.')
  const user = await requireArchiveUser(ctx, viewer, params.userId, right)
  const size = headers['x-upload-content-length']
  if (size > maxResumableSize) throw problem('max_file_size_reached', 'This file is too large.')
  await requireQuota(ctx, user.id, size)
  if (await hasUnfinishedImport(ctx.db, user.id)) throw underWay()
  const { filename } = body
  const name = `archive for ${user.id}: ${filename}`
  const id = uploadId(viewer.userId, name, size, body.lastModified ?? ctx.clock.now().getTime())
  const session = { id, userId: viewer.userId, filename, mimeType: headers['x-upload-content-type'], size }
  return announceUpload(call, session, async (): Promise<ArchiveAttributes> => ({ archiveFor: user.id }))
})

const underWay = () => problem(400, 'An archive is being imported into this account already.')

const chunkRoute = implement(
  userImportResumable,
  async (call) => {
    const { ctx, viewer, params, query } = call
    await requireArchiveUser(ctx, viewer, params.userId, right)
    // The answer to the last chunk was lost.
    const earlier = isUploadIdOf(viewer.userId, query.upload_id) && (await findSession(ctx.db, query.upload_id))
    const archive = earlier ? archiveOf(earlier) : undefined
    if (archive?.archiveFor === params.userId && archive.userImportId !== undefined) {
      return { userImport: { id: archive.userImportId } }
    }
    return receiveUpload(call, query.upload_id, {
      owns: (session) => archiveOf(session)?.archiveFor === params.userId,
      finish: (session) => acceptArchive(ctx, session, params.userId),
      answer: async (id) => ({ userImport: { id } }),
    })
  },
  { rawBody: true },
)

/** Puts the complete archive where it waits for its job; a second try after a crash goes on. */
async function acceptArchive(ctx: Context, session: UploadSession, userId: number): Promise<{ id: number }> {
  const [placed] = session.createdKeys
  const key = placed?.key ?? `user-import-${userId}-${randomUUID()}.zip`
  const now = ctx.clock.now()
  if (!placed) await recordCreatedKeys(ctx.db, session.id, [{ area: 'tmp_persistent', key }], now)
  if (!(await ctx.storage.stat('tmp_persistent', key))) {
    await ctx.storage.adopt('tmp_persistent', key, partialPath(ctx, session))
  }
  return ctx.db.transaction().execute(async (tx) => {
    await lockUser(tx, userId)
    if (await hasUnfinishedImport(tx, userId)) throw underWay()
    const id = await insertImport(tx, { userId, filename: key, now })
    await ctx.jobs.add(tx, importArchiveJob, { userImportId: id }, { key: String(id) })
    // From now on the file is the job's, not the session's.
    await recordCreatedKeys(tx, session.id, [], now)
    const attributes: ArchiveAttributes = { archiveFor: userId, userImportId: id }
    await saveSession(tx, { ...session, attributes }, now)
    return { id }
  })
}

const cancelRoute = implement(
  userImportResumableCancel,
  async (call) => {
    await requireArchiveUser(call.ctx, call.viewer, call.params.userId, right)
    return giveUpUpload(call, call.query.upload_id)
  },
  { rawBody: true },
)

const latestRoute = implement(getLatestUserImport, async ({ ctx, viewer, params, request }) => {
  const user = await requireArchiveUser(ctx, viewer, params.userId, right)
  const latest = await findLatestImport(ctx.db, user.id)
  if (!latest) throw plainProblem(404)
  return importView(latest, refusalTranslator(request, ctx.settings.current.instance.default_language))
})

export const importOperations = [initRoute, chunkRoute, cancelRoute, latestRoute]
