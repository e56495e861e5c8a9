import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findUnusedDoors } from './check-doors.ts'

const door = {
  path: 'apps/server/src/features/videos/public.ts',
  content: `export {
  listVideos,
  type Page,
  find as findVideo,
} from './list/list-videos.ts'
export const limit = 3
`,
}

const above = (content: string, path = 'apps/server/src/features/playlists/read/a.ts') => ({ path, content })

test('a name that nobody above imports is told', () => {
  assert.deepEqual(
    findUnusedDoors([door, above(`import { listVideos, type Page } from '#features/videos/public.ts'`)], []),
    [
      'apps/server/src/features/videos/public.ts: nobody above imports findVideo',
      'apps/server/src/features/videos/public.ts: nobody above imports limit',
    ],
  )
})

test('imports of types, under other names, later and from the whole are uses', () => {
  const users = [
    above(`import type { Page } from '#features/videos/public.ts'`),
    above(`import {\n  listVideos as all,\n} from '../features/videos/public.ts'`, 'apps/server/src/app/main.ts'),
    above(`const { findVideo, limit: most } = await import('#features/videos/public.ts')`),
  ]
  assert.deepEqual(findUnusedDoors([door, ...users], []), [])
})

test('a slice does not go through its own door, and other doors do not count', () => {
  const own = above(`import { listVideos } from '#features/videos/public.ts'`, 'apps/server/src/features/videos/a.ts')
  const other = above(`import { findVideo } from '#features/channels/public.ts'`)
  assert.equal(findUnusedDoors([door, own, other], []).length, 4)
})

test('what awaits a slice may wait for it, but no longer', () => {
  const content = `export { a } from './a.ts'
// Awaits federation.
export { b } from './b.ts'
/** Tells it. Awaits live. */
export function c() {}
export const d = 1
`
  const path = 'apps/server/src/features/videos/public.ts'
  const unused = (ranks: string[]) => findUnusedDoors([{ path, content }], ranks).map((text) => text.at(-1))
  assert.deepEqual(unused([]), ['a', 'd'])
  assert.deepEqual(unused(['federation']), ['a', 'b', 'd'])
  assert.deepEqual(unused(['live']), ['a', 'c', 'd'])
})
