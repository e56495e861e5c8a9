import { z } from 'zod'
import { ArchiveState } from '@sepiola/contract/enums.ts'
import { define } from '@sepiola/contract/operation.ts'
import { importedKinds, type UserImportResultSummary } from '@sepiola/contract/schemas/imports.ts'
import { sendMailLater } from '#features/mails/public.ts'
import { findViewerOfUser } from '#features/sessions/public.ts'
import { findTargetUser } from '#features/user-admin/public.ts'
import { removeLater } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { ArchiveError, openArchive, type Archive } from './archive-file.ts'
import { readItems, type BringIn, type Counts, type Import, type ImportedKind } from './bring-in.ts'
import { beginImport, endImport, findImport, saveSummary, type ImportRow } from './imports.sql.ts'
import { bringInAccount } from './kinds/account.ts'
import { bringInBlocklist } from './kinds/blocklist.ts'
import { bringInChannels } from './kinds/channels.ts'
import { bringInFollowing } from './kinds/following.ts'
import { bringInHistory } from './kinds/history.ts'
import { bringInPlaylists } from './kinds/playlists.ts'
import { bringInDislikes, bringInLikes } from './kinds/rates.ts'
import { bringInUserSettings } from './kinds/user-settings.ts'
import { bringInVideos } from './kinds/videos.ts'
import { bringInPolicies, bringInWordLists } from './kinds/words.ts'

const hour = 3_600_000

const payload = define(() => z.object({ userImportId: z.int() }))

/** In the order of spec 02 §4.2; `file` in `peertube/` and the lists that it has; `weight`: per cent of the whole, for the progress. */
const steps: readonly { kind: ImportedKind; file: string; lists: string[]; weight: number; bringIn: BringIn }[] = [
  { kind: 'account', file: 'account', lists: [], weight: 1, bringIn: bringInAccount },
  { kind: 'userSettings', file: 'user-settings', lists: [], weight: 1, bringIn: bringInUserSettings },
  { kind: 'channels', file: 'channels', lists: ['channels'], weight: 3, bringIn: bringInChannels },
  { kind: 'blocklist', file: 'blocklist', lists: ['instances', 'actors'], weight: 1, bringIn: bringInBlocklist },
  { kind: 'following', file: 'following', lists: ['following'], weight: 2, bringIn: bringInFollowing },
  { kind: 'videos', file: 'videos', lists: ['videos'], weight: 80, bringIn: bringInVideos },
  { kind: 'likes', file: 'likes', lists: ['likes'], weight: 2, bringIn: bringInLikes },
  { kind: 'dislikes', file: 'dislikes', lists: ['dislikes'], weight: 2, bringIn: bringInDislikes },
  { kind: 'videoPlaylists', file: 'video-playlists', lists: ['videoPlaylists'], weight: 3, bringIn: bringInPlaylists },
  { kind: 'userVideoHistory', file: 'video-history', lists: ['watchedVideos'], weight: 3, bringIn: bringInHistory },
  {
    kind: 'watchedWordsLists',
    file: 'watched-words-lists',
    lists: ['watchedWordLists'],
    weight: 1,
    bringIn: bringInWordLists,
  },
  {
    kind: 'commentAutoTagPolicies',
    file: 'automatic-tag-policies',
    lists: ['reviewComments'],
    weight: 1,
    bringIn: bringInPolicies,
  },
]

/**
 * Brings the archive of an account in (spec 02 §4.2). Kinds that are done are remembered, and within a kind what is
 * there already is known: a job that is killed goes on where it was.
 */
export const importArchiveJob = defineJob({
  type: 'import-user-archive',
  payload,
  timeout: () => 24 * hour,

  async run(ctx, { payload: { userImportId }, signal, progress }) {
    const row = await findImport(ctx.db, userImportId)
    const viewer = row && (await findViewerOfUser(ctx.db, row.userId))
    if (!row || !(await beginImport(ctx.db, row.id, ctx.clock.now()))) return
    if (!viewer) throw new ArchiveError('The account is gone or blocked.')
    await ctx.storage.withLocalFile('tmp_persistent', row.filename, (path) =>
      ctx.storage.withTemporaryFolder(async (folder) => {
        const archive = await openArchive(path)
        try {
          await requireReadable(archive)
          const run = { id: row.id, ctx, viewer, archive, createdAt: row.createdAt, folder, signal }
          await bringInAll(run, row.resultSummary ?? { stats: {} }, progress)
        } finally {
          archive.close()
        }
      }),
    )
    await end(ctx, row, null)
  },

  insteadOfRetry: 'the archive was deleted when it failed. Its owner, who was told why, can send it again.',

  async failed(ctx, { payload: { userImportId }, error }) {
    const row = await findImport(ctx.db, userImportId)
    if (row) await end(ctx, row, error)
  },
})

/** Before anything is changed. Throws ArchiveError. */
async function requireReadable(archive: Archive): Promise<void> {
  let found = 0
  for (const { file, lists } of steps) {
    if ((await archive.json(`peertube/${file}.json`)) !== undefined) found++
    for (const name of lists) await readItems(archive, file, name)
  }
  if (found === 0) throw new ArchiveError('This is no archive of an account.')
}

async function bringInAll(
  run: Import,
  summary: UserImportResultSummary,
  progress: (percent: number) => void,
): Promise<void> {
  let before = 0
  for (const { kind, weight, bringIn } of steps) {
    const start = before
    before += weight
    if (summary.stats[kind]) continue
    summary.stats[kind] = await bringIn(run, (done, of) => progress(start + (weight * done) / of))
    await saveSummary(run.ctx.db, run.id, summary, run.ctx.clock.now())
    progress(before)
  }
}

/** Tells how it ended, once, and removes the archive. `error`: null when it is in. */
async function end(ctx: Context, { id, userId, filename }: ImportRow, error: string | null): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const state = error === null ? ArchiveState.COMPLETED : ArchiveState.FAILED
    if (!(await endImport(tx, id, { state, error }, ctx.clock.now()))) return
    await removeLater(ctx, tx, [{ area: 'tmp_persistent', key: filename }])
    const user = await findTargetUser(tx, userId)
    if (!user) return
    const { username, email: to, language: locale } = user
    if (error !== null) {
      await sendMailLater(ctx, tx, { to, locale, template: 'import-failed', data: { username, error } })
      return
    }
    const { stats = {} } = (await findImport(tx, id))?.resultSummary ?? {}
    const counts = Object.fromEntries(importedKinds.map((kind) => [kind, toText(stats[kind])]))
    const data = { username, ...counts } as { username: string } & Record<ImportedKind, string | null>
    await sendMailLater(ctx, tx, { to, locale, template: 'import-done', data })
  })
}

/** What came in, was there already, failed; null when there was nothing of it. */
function toText(counts: Counts | undefined): string | null {
  if (!counts) return null
  const { success, duplicates, errors } = counts
  return success + duplicates + errors === 0 ? null : `${success} / ${duplicates} / ${errors}`
}
