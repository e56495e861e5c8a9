import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { pino } from 'pino'
import { lockInTransaction, startLeadership, withLock } from './advisory-lock.ts'
import { createNotifier } from './create-notifier.ts'
import { createTestDatabase } from './test-database.ts'

const log = pino({ level: 'silent' })
const database = await createTestDatabase()
after(() => database.close())
const { db, connection } = database

async function until(condition: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 5000; !condition(); await sleep(5)) assert.ok(Date.now() < end, what)
}

async function breakConnections(name: string): Promise<void> {
  await sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = ${name}`.execute(db)
}

test('a message reaches all nodes that listen to the channel, and no longer after the end', async () => {
  const here = await createNotifier({ connection, db, log })
  const there = await createNotifier({ connection, db, log })
  try {
    const heard: string[] = []
    const end = await here.listen('Odd "channel"', (text) => heard.push(`here ${text}`))
    await there.listen('Odd "channel"', (text) => heard.push(`there ${text}`))
    await there.notify('Odd "channel"', 'one')
    await until(() => heard.length === 2, 'both heard')
    assert.deepEqual(heard.sort(), ['here one', 'there one'])
    end()
    await here.notify('Odd "channel"', 'two')
    await until(() => heard.length === 3, 'the other heard')
    assert.deepEqual(heard.at(-1), 'there two')
  } finally {
    await Promise.all([here.close(), there.close()])
  }
})

test('listening goes on after a lost connection, and the listener learns of the gap', async () => {
  const notifier = await createNotifier({ connection, db, log })
  try {
    const heard: string[] = []
    let gaps = 0
    await notifier.listen(
      'channel',
      (text) => heard.push(text),
      () => gaps++,
    )
    await breakConnections('sepiola listener')
    await until(() => gaps === 1, 'reconnected')
    await notifier.notify('channel', 'again')
    await until(() => heard.length === 1, 'heard')
  } finally {
    await notifier.close()
  }
})

test('one node leads; another follows when it stops or loses its connection', async () => {
  const changes: string[] = []
  const start = (node: string) =>
    startLeadership({
      connection,
      name: 'test leader',
      log,
      retryEvery: 20,
      onChange: (leader) => changes.push(`${node} ${leader}`),
    })
  const first = start('first')
  await until(() => first.isLeader(), 'the first leads')
  const second = start('second')
  try {
    await sleep(100)
    assert.equal(second.isLeader(), false)
    await first.stop()
    await until(() => second.isLeader(), 'the second leads')
    await breakConnections('sepiola leadership')
    await until(() => changes.includes('second false'), 'the loss is noticed')
    await until(() => second.isLeader(), 'the second leads again')
    assert.deepEqual(changes, ['first true', 'second true', 'second false', 'second true'])
  } finally {
    await second.stop()
  }
})

test('named locks exclude each other, between connections and between transactions', async () => {
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await sleep(10)
    inside--
  }
  await Promise.all([1, 2, 3].map(() => withLock(db, 'work', work)))
  assert.equal(most, 1)
  await Promise.all(
    [1, 2, 3].map(() =>
      db.transaction().execute(async (tx) => {
        await lockInTransaction(tx, 'work')
        await work()
      }),
    ),
  )
  assert.equal(most, 1)
  await assert.rejects(
    withLock(db, 'work', () => Promise.reject(new Error('inner'))),
    /inner/,
  )
  await withLock(db, 'work', work)
})
