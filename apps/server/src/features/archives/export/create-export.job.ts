import { rm, stat } from 'node:fs/promises'
import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { sendMailLater } from '#features/mails/public.ts'
import { findTargetUser } from '#features/user-admin/public.ts'
import { quotaUsed } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { isMissingFile } from '#foundation/storage/is-missing-file.ts'
import { archiveEntries } from './archive-entries.ts'
import { findOwner } from './content/person-rows.sql.ts'
import {
  beginExport,
  completeExport,
  failExport,
  findExport,
  hasExport,
  lockUser,
  reopenExport,
  type ExportRow,
} from './exports.sql.ts'
import { writeZip } from './zip-writer.ts'

const hour = 3_600_000

const payload = define(() => z.object({ userExportId: z.int() }))

/** Bytes that an archive has besides the videos, for the progress. */
const usualRest = 1_000_000

/**
 * Writes an account's archive (spec 02 §4.1). A process that is killed leaves a partial file below `tmp`, which the
 * next try writes anew; under its name the archive is whole or not there.
 */
export const createExportJob = defineJob({
  type: 'create-user-export',
  payload,
  timeout: () => 24 * hour,

  async run(ctx, { payload: { userExportId }, signal, progress }) {
    const wanted = await findExport(ctx.db, userExportId)
    const owner = wanted && (await findOwner(ctx.db, wanted.userId))
    if (!owner || !(await beginExport(ctx.db, userExportId, ctx.clock.now()))) return
    const path = partialPath(ctx, wanted)
    const { withVideoFiles } = wanted
    const expected = (withVideoFiles ? (await quotaUsed(ctx, wanted.userId)).videoQuotaUsed : 0) + usualRest
    const onBytes = (bytes: number) => progress(Math.min(99, (bytes / expected) * 100))
    const write = () => writeZip(path, archiveEntries(ctx, owner, { withVideoFiles }), { signal, onBytes })
    await write().catch((error: unknown) => {
      // A file went to another folder just when it was wanted: all is asked for anew.
      if (!isMissingFile(error)) throw error
      return write()
    })
    const { size } = await stat(path)
    await ctx.storage.adopt('tmp_persistent', wanted.filename, path)
    if (!(await announce(ctx, wanted, size))) await ctx.storage.remove('tmp_persistent', wanted.filename)
  },

  async revive(ctx, tx, { userExportId }) {
    const wanted = await findExport(tx, userExportId)
    if (!wanted) return 'the archive was deleted from the list of its owner, who can ask for another one.'
    await lockUser(tx, wanted.userId)
    if (await hasExport(tx, wanted.userId)) return 'the owner of the archive has asked for another one since.'
    return (await reopenExport(tx, userExportId, ctx.clock.now())) || 'the archive is there.'
  },

  async failed(ctx, { payload: { userExportId }, error }) {
    const wanted = await findExport(ctx.db, userExportId)
    if (!wanted) return
    await rm(partialPath(ctx, wanted), { force: true })
    await ctx.db.transaction().execute(async (tx) => {
      if (!(await failExport(tx, userExportId, error, ctx.clock.now()))) return
      const user = await findTargetUser(tx, wanted.userId)
      if (!user) return
      const { username, email: to, language: locale } = user
      await sendMailLater(ctx, tx, { to, locale, template: 'export-failed', data: { username, error } })
    })
  },
})

function partialPath(ctx: Context, { id }: ExportRow): string {
  return ctx.storage.localPath('tmp', `user-export-${id}.zip`)
}

/** False when the account went meanwhile. */
function announce(ctx: Context, { id, userId }: ExportRow, size: number): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const user = await findTargetUser(tx, userId)
    if (!user || !(await completeExport(tx, id, size, ctx.clock.now()))) return false
    const { username, email: to, language: locale } = user
    await sendMailLater(ctx, tx, { to, locale, template: 'export-ready', data: { username } })
    return true
  })
}
