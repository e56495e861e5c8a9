import assert from 'node:assert/strict'
import { test } from 'node:test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { alone, groupTests, longest, planFiles } from './test-groups.ts'

const files = [
  'apps/server/src/features/videos/list/list.db.test.ts',
  'packages/media/src/ladder.test.ts',
  'packages/media/src/rendition.media.test.ts',
  'tests/media/upload.test.ts',
  'tests/server/start.test.ts',
  'tests/web/watch.test.ts',
]

test('every file is in one group', () => {
  assert.deepEqual(
    [...groupTests(files, [])],
    [
      ['pure', ['packages/media/src/ladder.test.ts']],
      ['db', ['apps/server/src/features/videos/list/list.db.test.ts']],
      ['media', ['packages/media/src/rendition.media.test.ts', 'tests/media/upload.test.ts']],
      ['server', ['tests/server/start.test.ts']],
      ['browser', ['tests/web/watch.test.ts']],
    ],
  )
})

test('paths choose files and folders', () => {
  const chosen = groupTests(files, ['./packages/', 'tests/server/start.test.ts', 'tests/we'])
  assert.deepEqual([...chosen.values()].flat(), [files[1], files[2], files[4]])
})

test('what takes longest is begun first, and what measures time runs by itself', () => {
  const [time, long] = [alone[0]!, longest.slice(0, 2)]
  assert.deepEqual(planFiles([files[0]!, long[1]!, time, long[0]!, files[1]!]), {
    together: [...long, files[0], files[1]],
    alone: [time],
  })
})

test('only files that are there are named', () => {
  const missing = [...alone, ...longest].filter((file) => !existsSync(join(import.meta.dirname, '..', file)))
  assert.deepEqual(missing, [])
})
