import { execFileSync } from 'node:child_process'

export const groupNames = ['pure', 'db', 'media', 'server', 'browser'] as const
export type GroupName = (typeof groupNames)[number]

/** What a group needs beyond Node. */
export const needs: Record<GroupName, readonly ('ffmpeg' | 'chromium')[]> = {
  pure: [],
  db: ['ffmpeg'],
  media: ['ffmpeg'],
  server: ['ffmpeg'],
  browser: ['ffmpeg', 'chromium'],
}

/** They measure how long something takes, so nothing runs beside them. */
export const alone = ['tests/server/nodes.test.ts', 'tests/web/first-paint.test.ts']

/** What takes longest, longest first: begun last, each would be waited for with a core idle. */
export const longest = [
  'apps/server/src/app/plans/plans.db.test.ts',
  'apps/server/src/app/visibility/operations.db.test.ts',
  'apps/server/src/app/visibility/lists.db.test.ts',
  'apps/server/src/features/archives/import/import.db.test.ts',
  'tests/media/clips.test.ts',
  'tests/server/backup.test.ts',
  'tests/server/command-line.test.ts',
  'tests/web/creator.test.ts',
  'tests/web/admin.test.ts',
  'tests/web/accessibility.test.ts',
  'tests/web/browse.test.ts',
  'tests/web/settings.test.ts',
  'tests/web/watch.test.ts',
  'tests/web/moderation.test.ts',
  'tests/web/account-pages.test.ts',
  'tests/web/embed-api.test.ts',
  'tests/web/library.test.ts',
  'tests/web/account-sign-up.test.ts',
  'tests/web/main-job.test.ts',
  'tests/web/imports.test.ts',
]

/** In which order files are begun, and which of them run beside others. */
export function planFiles(files: readonly string[]): { together: string[]; alone: string[] } {
  const rank = (file: string) => (longest.includes(file) ? longest.indexOf(file) : longest.length)
  return {
    together: files.filter((file) => !alone.includes(file)).toSorted((a, b) => rank(a) - rank(b)),
    alone: files.filter((file) => alone.includes(file)),
  }
}

export function groupOf(path: string): GroupName {
  if (path.startsWith('tests/web/')) return 'browser'
  if (path.startsWith('tests/media/') || path.endsWith('.media.test.ts')) return 'media'
  if (path.startsWith('tests/')) return 'server'
  return path.endsWith('.db.test.ts') ? 'db' : 'pure'
}

/** All test files, or those at or below the given paths, by group; empty groups are absent. */
export function groupTests(files: readonly string[], below: readonly string[]): Map<GroupName, string[]> {
  const wanted = below.map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''))
  const chosen = files.filter(
    (file) => wanted.length === 0 || wanted.some((path) => file === path || file.startsWith(`${path}/`)),
  )
  const groups = groupNames.map((name) => [name, chosen.filter((file) => groupOf(file) === name)] as const)
  return new Map(groups.filter(([, members]) => members.length > 0))
}

export function listTestFiles(root: string): string[] {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--deduplicate', '*.test.ts'], {
    cwd: root,
  })
  return list.toString().split('\n').filter(Boolean)
}
