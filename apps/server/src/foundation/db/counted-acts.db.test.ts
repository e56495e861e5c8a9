import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countAct, forgetCountedActs, giveActBack, takeAct } from './counted-acts.sql.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
before(async () => {
  database = await createTestDatabase()
})
after(() => database.close())

const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms)
const act = (name: string, ms: number, max = 2) => countAct(database.db, name, { max, window: 1000, now: at(ms) })

test('so many acts a window, per name', async () => {
  assert.deepEqual([await act('a', 0), await act('a', 10), await act('a', 999)], [true, true, false])
  assert.equal(await act('b', 999), true)
  assert.deepEqual([await act('a', 1000), await act('a', 1001), await act('a', 1999)], [true, true, false])
})

test('those at one time are counted one after the other', async () => {
  const done = await Promise.all(Array.from({ length: 8 }, () => act('crowd', 0, 3)))
  assert.equal(done.filter(Boolean).length, 3)
})

test('what was rolled back does not count, and what is over is forgotten', async () => {
  const failing = database.db.transaction().execute(async (tx) => {
    await countAct(tx, 'c', { max: 1, window: 1000, now: at(0) })
    throw new Error('no')
  })
  await assert.rejects(failing, /no/)
  assert.equal(await act('c', 0, 1), true)
  await forgetCountedActs(database.db, at(1000))
  const left = await database.db.selectFrom('sepiola.countedAct').select('name').where('name', '=', 'c').execute()
  assert.deepEqual(left, [])
})

test('tells how many there were, and takes one back', async () => {
  const take = (ms: number) => takeAct(database.db, 'd', { max: 2, window: 1000, now: at(ms) })
  assert.deepEqual(await take(0), { allowed: true, count: 1, endsAt: at(1000) })
  assert.deepEqual(await take(1), { allowed: true, count: 2, endsAt: at(1000) })
  assert.deepEqual(await take(2), { allowed: false, count: 2, endsAt: at(1000) })
  await giveActBack(database.db, 'd', at(3))
  assert.deepEqual(await take(4), { allowed: true, count: 2, endsAt: at(1000) })
  await giveActBack(database.db, 'd', at(1000))
  assert.deepEqual(await take(999), { allowed: false, count: 2, endsAt: at(1000) })
})
