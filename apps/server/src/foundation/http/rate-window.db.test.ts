import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../db/connect.ts'
import { createTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { NodeRateWindow, SharedRateWindow } from './rate-window.ts'

let database: TestDatabase
let other: Awaited<ReturnType<typeof openDatabase>>
before(async () => {
  database = await createTestDatabase()
  other = await openDatabase({ connection: database.connection })
})
after(async () => {
  await other.close()
  await database.close()
})

const allowedOf = async (counts: Promise<{ allowed: boolean }>[]) =>
  (await Promise.all(counts)).filter(({ allowed }) => allowed).length

describe('two nodes', () => {
  const nodes = (name: string, max: number, window = 60_000) =>
    [database, other].map(({ db }) => new SharedRateWindow(db, name, max, window)) as [
      SharedRateWindow,
      SharedRateWindow,
    ]

  test('count together, clients apart', async () => {
    const [one, two] = nodes('login', 3)
    const first = await one.count('1.1.1.1')
    const second = await two.count('1.1.1.1')
    assert.deepEqual([first.left, second.left, second.endsAt], [2, 1, first.endsAt])
    assert.equal((await one.count('1.1.1.1')).allowed, true)
    for (const node of [one, two, one]) {
      const refused = await node.count('1.1.1.1')
      assert.deepEqual(refused, { allowed: false, left: 0, endsAt: first.endsAt })
    }
    assert.equal((await two.count('2.2.2.2')).allowed, true)
  })

  test('let no more through when all come at one time', async () => {
    const both = nodes('crowd', 5)
    assert.equal(await allowedOf(Array.from({ length: 20 }, (_, i) => both[i % 2]!.count('1.1.1.1'))), 5)
  })

  test('begin anew when the window is over', async () => {
    const [one, two] = nodes('short', 1, 300)
    assert.deepEqual([(await one.count('a')).allowed, (await two.count('a')).allowed], [true, false])
    await sleep(350)
    assert.deepEqual([(await two.count('a')).allowed, (await one.count('a')).allowed], [true, false])
  })

  test('share what is given back', async () => {
    const [one, two] = nodes('signup', 1)
    await one.count('a')
    await two.giveBack('a')
    assert.equal((await two.count('a')).allowed, true)
    assert.equal((await one.count('a')).allowed, false)
  })
})

test('one node by itself counts in memory', async () => {
  const window = new NodeRateWindow('api', 2, 60_000)
  assert.equal(await allowedOf(Array.from({ length: 5 }, () => window.count('a'))), 2)
  assert.deepEqual((await window.count('b')).left, 1)
  await window.giveBack('b')
  assert.equal(await allowedOf([window.count('b'), window.count('b'), window.count('b')]), 2)
})
