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
