import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openDatabase } from '#foundation/db/connect.ts'
import { createTestDatabase, type TestDatabase } from '#foundation/db/test-database.ts'
import { countFailure, findPauses, forgetFailures } from './login-throttle.ts'
import { deleteForgivenFailures } from './login-throttle.sql.ts'

let database: TestDatabase
let other: Awaited<ReturnType<typeof openDatabase>>
let time = 0
const clock = { now: () => new Date(Date.UTC(2026, 0, 1) + time) }
/** Two nodes share what is counted. */
const nodes = () => [database, other].map(({ db }) => ({ db, clock }))

before(async () => {
  database = await createTestDatabase()
  other = await openDatabase({ connection: database.connection })
})
after(async () => {
  await other.close()
  await database.close()
})
beforeEach(async () => {
  time = 0
  await database.db.deleteFrom('sepiola.loginFailure').execute()
})

/** By turns on one node and on the other. */
async function failTimes(times: number, account: string, ip: string) {
  for (let i = 0; i < times; i++) await countFailure(nodes()[i % 2]!, { account, ip })
}

/** ms, the same on both nodes. */
async function pause(account: string, ip: string): Promise<number> {
  const [one, two] = await Promise.all(nodes().map((node) => findPauses(node, { account, ip })))
  assert.deepEqual(one, two)
  return one!.login
}

test('the first twenty failures cost nothing, then each doubles the pause, whichever node they were made on', async () => {
  await failTimes(20, 'alice', '1.1.1.1')
  assert.equal(await pause('alice', '1.1.1.1'), 0)
  await failTimes(1, 'alice', '1.1.1.1')
  assert.equal(await pause('alice', '1.1.1.1'), 1000)
  time = 400
  assert.equal(await pause('ALICE', '1.1.1.1'), 600)
  time = 0
  await failTimes(1, 'alice', '1.1.1.1')
  assert.equal(await pause('alice', '1.1.1.1'), 2000)
  time = 2000
  assert.equal(await pause('alice', '1.1.1.1'), 0)
})

test('another account or address is free meanwhile', async () => {
  await failTimes(25, 'alice', '1.1.1.1')
  assert.equal(await pause('bob', '1.1.1.1'), 0)
  assert.equal(await pause('alice', '2.2.2.2'), 0)
})

test('one address that tries many accounts is slowed down', async () => {
  for (let i = 0; i < 41; i++) await failTimes(1, `user${i}`, '1.1.1.1')
  assert.equal(await pause('someone-else', '1.1.1.1'), 1000)
})

test('many addresses cannot keep the owner out for more than ten seconds', async () => {
  for (let i = 0; i < 60; i++) await failTimes(1, 'alice', `10.0.0.${i}`)
  assert.equal(await pause('alice', '9.9.9.9'), 10_000)
})

test('a pause never exceeds a quarter of an hour', async () => {
  await failTimes(200, 'alice', '1.1.1.1')
  assert.equal(await pause('alice', '1.1.1.1'), 15 * 60_000)
})

test('signing in clears the account but not the address', async () => {
  await failTimes(41, 'alice', '1.1.1.1')
  await forgetFailures(nodes()[1]!, { account: 'alice', ip: '1.1.1.1' })
  assert.equal(await pause('alice', '2.2.2.2'), 0)
  assert.equal(await pause('bob', '1.1.1.1'), 1000)
})

test('failures are forgiven with time, and then leave nothing', async () => {
  await failTimes(30, 'alice', '1.1.1.1')
  time = 30 * 10 * 60_000
  await deleteForgivenFailures(database.db, clock.now())
  const { known } = await findPauses(nodes()[0]!, { account: 'alice', ip: '1.1.1.1' })
  assert.equal(known, false)
  await failTimes(1, 'alice', '1.1.1.1')
  assert.equal(await pause('alice', '1.1.1.1'), 0)
})

test('half of them, with half the time', async () => {
  await failTimes(21, 'alice', '1.1.1.1')
  time = 11 * 10 * 60_000
  await failTimes(10, 'alice', '1.1.1.1')
  assert.equal(await pause('alice', '1.1.1.1'), 0)
  await failTimes(1, 'alice', '1.1.1.1')
  assert.equal(await pause('alice', '1.1.1.1'), 1000)
})

test('guesses at one time are all counted', async () => {
  await Promise.all(Array.from({ length: 22 }, (_, i) => failTimes(1, 'alice', i % 2 ? '1.1.1.1' : '::ffff:1.1.1.1')))
  assert.equal(await pause('alice', '1.1.1.1'), 2000)
})

test('second factors of one account pause wherever they come from, until the right one', async () => {
  const [one, two] = nodes() as [{ db: TestDatabase['db']; clock: typeof clock }, never]
  for (let i = 0; i < 10; i++) await countFailure(one, { account: 'alice', ip: '1.1.1.1' }, ['code'])
  assert.equal((await findPauses(one, { account: 'alice', ip: '2.2.2.2' })).code, 0)
  for (let i = 0; i < 30; i++) await countFailure(two, { account: 'Alice', ip: '2.2.2.2' }, ['code'])
  const pauses = await findPauses(one, { account: 'alice', ip: '3.3.3.3' })
  assert.deepEqual([pauses.code, pauses.login], [900_000, 0])
  assert.equal((await findPauses(one, { account: 'bob', ip: '1.1.1.1' })).code, 0)
  await forgetFailures(two, { account: 'alice', ip: '1.1.1.1' })
  assert.equal((await findPauses(one, { account: 'alice', ip: '1.1.1.1' })).code, 0)
})
