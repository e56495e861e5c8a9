import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { withLock } from './advisory-lock.ts'
import { openDatabase, type OpenDatabase } from './connect.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let nodes: OpenDatabase[]

before(async () => {
  database = await createTestDatabase()
  const { connection } = database
  nodes = await Promise.all([2, 5].map((poolMax) => openDatabase({ connection, poolMax })))
})
after(async () => {
  await Promise.all(nodes.map((node) => node.close()))
  await database.close()
})

test('many at once leave connections for their work', { timeout: 20_000 }, async () => {
  for (const { db } of nodes) {
    const ask = (name: string) =>
      withLock(db, name, async () => {
        await sleep(5)
        const { rows } = await sql<{ one: number }>`SELECT 1 AS one`.execute(db)
        return rows[0]!.one
      })
    const names = Array.from({ length: 30 }, (_, index) => `work ${index % 12}`)
    assert.deepEqual(new Set(await Promise.all(names.map(ask))), new Set([1]))
  }
})

test('one at a time of a name, among all nodes; what fails makes room for the next', async () => {
  let inside = 0
  const seen: number[] = []
  const asked = Array.from({ length: 8 }, (_, index) =>
    withLock(nodes[index % 2]!.db, 'the same', async () => {
      seen.push(++inside)
      await sleep(5)
      inside--
      if (index === 3) throw new Error('no')
      return index
    }).catch(() => 'failed'),
  )
  assert.deepEqual((await Promise.all(asked)).map(String).toSorted(), ['0', '1', '2', '4', '5', '6', '7', 'failed'])
  assert.deepEqual(new Set(seen), new Set([1]))
})

test('different names go side by side', async () => {
  const { db } = nodes[1]!
  let both: () => void
  const met = new Promise<void>((resolve) => (both = resolve))
  await withLock(db, 'database', async () => {
    await withLock(nodes[0]!.db, 'another', async () => both())
    await met
  })
})
