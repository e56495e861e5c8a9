import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findOffences } from './check-imports.ts'

const ranks = ['accounts', 'videos', 'web']

function offencesOf(path: string, content: string) {
  return findOffences([{ path, content }], ranks)
}

const allowed: [path: string, content: string][] = [
  ['apps/server/src/features/videos/list/a.ts', `import { a } from '#features/accounts/public.ts'`],
  ['apps/server/src/features/videos/list/a.ts', `import { a } from '#features/accounts/accounts.events.ts'`],
  ['apps/server/src/features/videos/list/a.ts', `import { a } from '../edit/b.ts'\nimport fs from 'node:fs'`],
  ['apps/server/src/features/videos/list/a.ts', `import type { Context } from '#foundation/context.ts'`],
  ['apps/server/src/features/videos/list/a.db.test.ts', `import { start } from '#app/test-server.ts'`],
  ['apps/server/src/app/features.ts', `import { videos } from '#features/videos/feature.ts'`],
  ['apps/web/src/lib/a.ts', `import { getVideo } from '@sepiola/contract/operations/video.ts'`],
  ['apps/server/src/features/videos/list/a.sql.ts', `db.selectFrom('video')`],
  ['apps/server/src/foundation/db/migrate.ts', 'sql`select 1`'],
]

const refused: [path: string, content: string, message: RegExp][] = [
  [
    'packages/media/src/a.ts',
    `import { b } from '../../../apps/server/src/foundation/log.ts'`,
    /may not know foundation/,
  ],
  ['apps/server/src/foundation/a.ts', `import { b } from '#features/videos/public.ts'`, /may not know features/],
  ['apps/server/src/foundation/a.ts', `await import('../app/main.ts')`, /may not know app/],
  ['apps/server/src/features/accounts/a.ts', `import { b } from '#features/videos/public.ts'`, /does not rank below/],
  ['apps/server/src/features/videos/a.ts', `import { b } from '#features/accounts/find.ts'`, /only through public/],
  ['apps/server/src/features/videos/a.ts', `import { b } from '../accounts/find.ts'`, /only through public/],
  ['apps/server/src/features/new/a.ts', `import { b } from '#features/accounts/public.ts'`, /has no rank/],
  ['apps/server/src/features/videos/a.ts', `import { b } from '#app/main.ts'`, /may not know app/],
  [
    'apps/server/src/app/a.ts',
    `import { b } from '#features/videos/list/a.ts'`,
    /public\.ts or videos\.events\.ts or feature\.ts/,
  ],
  ['apps/web/src/a.ts', `import { b } from '../../server/src/foundation/log.ts'`, /knows packages only/],
  ['apps/server/src/features/videos/a.ts', `\ndb.insertInto('video')`, /a\.ts:2: SQL/],
  ['apps/server/src/features/videos/a.ts', 'sql<{ id: number }>`select 1`', /SQL/],
  ['apps/server/src/features/videos/video-utils.ts', '', /does not say/],
  ['apps/server/src/features/videos/helpers/a.ts', '', /does not say/],
  ['docs/a.md', `see ${['..', 'shared'].join('/')}/x`, /do not have/],
  ['packages/contract/src/a.ts', `import '../../../apps/web/src/a.ts'`, /may not know web/],
]

test('imports that go down pass', () => {
  for (const [path, content] of allowed) assert.deepEqual(offencesOf(path, content), [], path)
})

test('each offence is named', () => {
  for (const [path, content, message] of refused) {
    const offences = offencesOf(path, content)
    assert.equal(offences.length, 1, `${path}: ${content}`)
    assert.match(offences[0]!, message)
  }
})
