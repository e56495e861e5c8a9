import { ArchiveState } from '@sepiola/contract/enums.ts'
import {
  deleteUserExport,
  getDownloadUserExportsByFilename,
  listUserExports,
  requestUserExport,
} from '@sepiola/contract/operations/user-exports.ts'
import { quotaUsed } from '#features/users/public.ts'
import { sendStoredFile } from '#features/videos/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import { refusalTranslator } from '#foundation/http/refusals/translate-refusal.ts'
import { requireArchiveUser } from '../archive-user.ts'
import { createExportJob } from './create-export.job.ts'
import { downloadUrl, requireDownloadToken, requireJwtForm } from './download-token.ts'
import { exportView } from './export.view.ts'
import { findExport, findExportByFilename, hasExport, insertExport, listExports, lockUser } from './exports.sql.ts'
import { removeExport } from './remove-exports.ts'

const right = 'MANAGE_USER_EXPORTS'

const requestRoute = implement(requestUserExport, async ({ ctx, viewer, params, body }) => {
  const { enabled, max_user_video_quota: largest } = ctx.settings.current.export.users
  if (!enabled) throw problem(400, 'The export of accounts is disabled on this instance.')
  const user = await requireArchiveUser(ctx, viewer, params.userId, right)
  if (await hasExport(ctx.db, user.id)) throw alreadyThere()
  if (body.withVideoFiles && (await quotaUsed(ctx, user.id)).videoQuotaUsed > largest) {
    throw problem(
      'max_user_video_quota_exceeded_for_user_export',
      'The videos of this account are too large to be exported.',
    )
  }
  const now = ctx.clock.now()
  const filename = `user-export-${user.id}-${now.toISOString()}.zip`
  const id = await ctx.db.transaction().execute(async (tx) => {
    await lockUser(tx, user.id)
    if (await hasExport(tx, user.id)) throw alreadyThere()
    const exportId = await insertExport(tx, { userId: user.id, filename, withVideoFiles: body.withVideoFiles, now })
    await ctx.jobs.add(tx, createExportJob, { userExportId: exportId }, { key: String(exportId) })
    return exportId
  })
  return { export: { id } }
})

const alreadyThere = () => problem(400, 'This account has an archive already, or one is being made.')

const listRoute = implement(listUserExports, async ({ ctx, viewer, params, request }) => {
  const user = await requireArchiveUser(ctx, viewer, params.userId, right)
  const rows = await listExports(ctx.db, user.id)
  const lifetime = ctx.settings.current.export.users.export_expiration
  const translate = refusalTranslator(request, ctx.settings.current.instance.default_language)
  const data = await Promise.all(
    rows.map(async (row) => {
      const isReady = row.state === ArchiveState.COMPLETED
      const privateDownloadUrl = isReady ? await downloadUrl(ctx, row.filename) : null
      return exportView(row, { lifetime, privateDownloadUrl, translate })
    }),
  )
  return { total: data.length, data }
})

const deleteRoute = implement(deleteUserExport, async ({ ctx, viewer, params }) => {
  const user = await requireArchiveUser(ctx, viewer, params.userId, right)
  const found = await findExport(ctx.db, params.id)
  if (!found) throw plainProblem(404)
  if (found.userId !== user.id) throw problem(403, 'This archive is of another user.')
  if (!(await removeExport(ctx, found))) throw problem(400, 'This archive is being made.')
})

const downloadRoute = implement(getDownloadUserExportsByFilename, async ({ ctx, params, query, request, reply }) => {
  await requireJwtForm(query.jwt)
  const found = await findExportByFilename(ctx.db, params.filename)
  if (found?.state !== ArchiveState.COMPLETED) throw problem(404, 'Archive not found')
  await requireDownloadToken(ctx, query.jwt, found.filename)
  reply.header('cache-control', 'private, no-store')
  const options = { contentType: 'application/zip', downloadName: found.filename }
  return sendStoredFile(ctx, request, reply, { area: 'tmp_persistent', key: found.filename }, options)
})

export const exportOperations = [requestRoute, listRoute, deleteRoute, downloadRoute]
