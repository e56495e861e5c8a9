import { VideoImportState, VideoState } from '@sepiola/contract/enums.ts'
import {
  deleteVideosImportsById,
  postVideosImportsByIdCancel,
  postVideosImportsByIdRetry,
} from '@sepiola/contract/operations/video-imports.ts'
import { removeLater, setVideoState } from '#features/videos/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { deleteImport, lockImport, updateImport, type ImportRow } from '../imports.sql.ts'
import { requireManagedImport } from './require-import.ts'
import { retryImport } from './retry-import.ts'
import { stopImportJob } from '../run/stop-import-job.ts'
import { tellSyncLater } from '../channels/after-import.job.ts'

const isUnderWay = ({ state }: ImportRow) => state === VideoImportState.PENDING || state === VideoImportState.PROCESSING

/** Also one whose file is on its way: the reference cancels only those that wait (spec 03 §11). */
const cancelRoute = implement(postVideosImportsByIdCancel, async ({ ctx, viewer, params }) => {
  const { id } = await requireManagedImport(ctx, viewer, params.id)
  const { state } = await ctx.db.transaction().execute(async (tx) => {
    const current = await lockImport(tx, id)
    if (!current || !isUnderWay(current)) throw problem(409, 'The import is over already.')
    await updateImport(tx, id, { state: VideoImportState.CANCELLED }, ctx.clock.now())
    if (current.videoId !== null) await setVideoState(ctx, tx, current.videoId, VideoState.TO_IMPORT_FAILED)
    await tellSyncLater(ctx, tx, current)
    return current
  })
  await stopImportJob(ctx, id)
  ctx.audit.update(viewer, 'video-imports', { id, state }, { id, state: VideoImportState.CANCELLED })
})

const retryRoute = implement(postVideosImportsByIdRetry, async ({ ctx, viewer, params }) => {
  const { id } = await requireManagedImport(ctx, viewer, params.id)
  await ctx.db.transaction().execute((tx) => retryImport(ctx, tx, id))
  ctx.audit.update(
    viewer,
    'video-imports',
    { id, state: VideoImportState.FAILED },
    { id, state: VideoImportState.PENDING },
  )
})

const deleteRoute = implement(deleteVideosImportsById, async ({ ctx, viewer, params }) => {
  const found = await requireManagedImport(ctx, viewer, params.id)
  await ctx.db.transaction().execute(async (tx) => {
    const current = await lockImport(tx, found.id)
    if (current && isUnderWay(current)) throw problem(409, 'The import is under way: it has to be cancelled first.')
    if (!(await deleteImport(tx, found.id))) throw problem(404, 'Video import not found')
    const { torrentFile } = found.payload
    if (torrentFile) await removeLater(ctx, tx, [{ area: 'tmp_persistent', key: torrentFile }])
  })
  const { id, targetUrl, magnetUri, torrentName, videoId } = found
  ctx.audit.delete(viewer, 'video-imports', { id, targetUrl, magnetUri, torrentName, videoId })
})

export const manageImportRoutes = [cancelRoute, retryRoute, deleteRoute]
