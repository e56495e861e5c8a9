import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { clientConfig, type Connection } from './connect.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive } from './process-identity.ts'

/** One cluster for all tests of this file; below a folder that only its owner passes, as root's home is. */
const home = await mkdtemp(join(tmpdir(), 'sepiola-embedded-'))
await chmod(home, 0o700)
const folder = join(home, 'data', 'database')
after(() => rm(home, { recursive: true, force: true }))

async function query(connection: Connection, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  try {
    return (await client.query(text)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

test('the first start makes the cluster and the database; the next one finds them quickly', async (t: TestContext) => {
  const first = await startEmbeddedPostgres({ folder, database: 'films', report: (line) => t.diagnostic(line) })
  const [row] = await query(
    first.connection,
    `SELECT current_database(), current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
       current_setting('listen_addresses') AS addresses, datcollate, datlocprovider, datlocale
     FROM pg_database WHERE datname = current_database()`,
  )
  assert.deepEqual(row, {
    current_database: 'films',
    encoding: 'UTF8',
    fsync: 'on',
    addresses: '',
    datcollate: 'C',
    datlocprovider: 'b',
    datlocale: 'C.UTF-8',
  })
  await query(first.connection, 'CREATE TABLE kept (id integer); INSERT INTO kept VALUES (1)')
  await first.stop()

  const started = performance.now()
  const second = await startEmbeddedPostgres({ folder, database: 'films' })
  t.diagnostic(`second start: ${Math.round(performance.now() - started)} ms`)
  assert.deepEqual(await query(second.connection, 'SELECT id FROM kept'), [{ id: 1 }])
  const stopping = performance.now()
  await second.stop()
  assert.ok(performance.now() - stopping < 2000, 'stopped within 2 s')
  assert.ok(!existsSync(join(folder, 'postmaster.pid')))
})

test('after kill -9 of the server the next start stops what was left and loses nothing', async () => {
  const server = spawn(
    process.execPath,
    [
      '--input-type=module-typescript',
      '--eval',
      `import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))}
     import pg from 'pg'
     const { connection } = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)}, database: 'films' })
     const client = new pg.Client(connection)
     await client.connect()
     await client.query('INSERT INTO kept VALUES (2)')
     console.log('written')
     setInterval(() => {}, 1000)`,
    ],
    { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(server.stdout, 'data')
  const old = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  server.kill('SIGKILL')
  await once(server, 'exit')

  const next = await startEmbeddedPostgres({ folder, database: 'films' })
  try {
    assert.equal(isAlive(old), false)
    assert.deepEqual(await query(next.connection, 'SELECT id FROM kept ORDER BY id'), [{ id: 1 }, { id: 2 }])
  } finally {
    await next.stop()
  }
})

test('a database process that nobody watches any more is stopped by the next start', async () => {
  // `shared` leaves it alone at the end of its starter, as on systems without a death signal.
  const orphan = await startEmbeddedPostgres({ folder, database: 'films', shared: true })
  const old = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  const lines: string[] = []
  const next = await startEmbeddedPostgres({ folder, database: 'films', report: (line) => lines.push(line) })
  try {
    assert.match(lines[0]!, new RegExp(`earlier start \\(process ${old}\\) stopped`))
    assert.equal(isAlive(old), false)
    assert.equal((await query(next.connection, 'SELECT id FROM kept')).length, 2)
  } finally {
    await next.stop()
    await orphan.stop()
  }
})

test('a database that dies is started again', async () => {
  const messages: string[] = []
  const running = await startEmbeddedPostgres({ folder, database: 'films', onCrash: (line) => messages.push(line) })
  try {
    const old = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(old, 'SIGKILL')
    const until = Date.now() + 20_000
    for (;;) {
      await sleep(100)
      const rows = await query(running.connection, 'SELECT id FROM kept').catch(() => undefined)
      if (rows) {
        assert.equal(rows.length, 2)
        break
      }
      assert.ok(Date.now() < until, 'the database came back')
    }
    assert.match(messages[0]!, /ended by itself \(SIGKILL\)/)
  } finally {
    await running.stop()
  }
})

test('a path too long for a socket gets its socket elsewhere', async () => {
  const deep = join(home, 'x'.repeat(100))
  await mkdir(deep)
  const running = await startEmbeddedPostgres({ folder: join(deep, 'database'), database: 'films', durable: false })
  try {
    assert.ok(running.connection.host!.length < 90)
    assert.deepEqual(await query(running.connection, 'SELECT 1 AS one'), [{ one: 1 }])
  } finally {
    await running.stop()
    await rm(running.connection.host!, { recursive: true, force: true })
  }
})
