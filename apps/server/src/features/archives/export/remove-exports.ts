import { accountDeleted } from '#features/user-admin/user-admin.events.ts'
import { removeLater } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import type { Schedule } from '#foundation/feature.ts'
import { deleteExport, findExpiredExports, type ExportRow } from './exports.sql.ts'

const hour = 3_600_000

/** The row goes at once, the file by a job. False while it is being written. */
export function removeExport(ctx: Context, row: ExportRow): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const deleted = await deleteExport(tx, row.id)
    if (deleted) await removeLater(ctx, tx, [{ area: 'tmp_persistent', key: row.filename }])
    return deleted
  })
}

export const removeExpiredExports: Schedule = {
  name: 'archives/remove-expired-exports',
  command: 'remove-expired-user-exports',
  every: () => hour,
  async run(ctx) {
    const kept = ctx.settings.current.export.users.export_expiration
    const before = new Date(ctx.clock.now().getTime() - kept)
    for (const row of await findExpiredExports(ctx.db, before)) await removeExport(ctx, row)
  },
}

/** The rows go with the user. */
export const onAccountDeleted = subscribe(accountDeleted, 'archives/remove-files', async (ctx, { userId }) => {
  const ofUser = [`user-export-${userId}-`, `user-import-${userId}-`]
  for (const key of await ctx.storage.list('tmp_persistent', '')) {
    if (ofUser.some((start) => key.startsWith(start))) await ctx.storage.remove('tmp_persistent', key)
  }
})
