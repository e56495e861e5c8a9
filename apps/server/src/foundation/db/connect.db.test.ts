import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { connectionFromSettings, databaseName, openDatabase } from './connect.ts'
import { isUniqueViolation } from './sql-errors.ts'
import { createTestDatabase } from './test-database.ts'

const database = await createTestDatabase()
after(() => database.close())
const { db } = database

const settings = {
  hostname: 'db.example.org',
  port: 5433,
  ssl: true,
  ssl_settings: { reject_unauthorized: true, ca: null, cert: null, key: null },
  suffix: '_prod',
  username: 'u',
  password: 'p',
}

test('bigint and sums are numbers, timestamps are dates', async () => {
  const { rows } = await sql`
    SELECT 9007199254740991::bigint AS big, sum(n) AS total, array_agg(n) AS list, count(*) AS count,
      '2024-02-03T04:05:06.789Z'::timestamptz AS moment
    FROM (VALUES (2::bigint), (3::bigint)) AS numbers (n)`.execute(db)
  assert.deepEqual(rows, [
    { big: 9007199254740991, total: 5, list: [2, 3], count: 2, moment: new Date('2024-02-03T04:05:06.789Z') },
  ])
})

test('a statement that comes again is prepared, and the number of prepared ones is bounded', async () => {
  await db.connection().execute(async (connection) => {
    for (let run = 0; run < 3; run++) {
      await connection.selectFrom('application').select('id').where('id', '=', run).execute()
    }
    const prepared = async () =>
      (await sql<{ statement: string }>`SELECT statement FROM pg_prepared_statements`.execute(connection)).rows
    assert.ok((await prepared()).some(({ statement }) => statement.includes('"application"')))
    for (let kind = 0; kind < 250; kind++) {
      const text = sql.raw(`AS value_${kind}`)
      for (let run = 0; run < 2; run++) await sql`SELECT ${run}::int ${text}`.execute(connection)
    }
    assert.equal((await prepared()).length, 200)
  })
})

test('a broken unique index is told from other errors', async () => {
  const insert = () => db.insertInto('sepiola.flag').values({ name: 'twice' }).execute()
  await insert()
  const error = await insert().catch((caught: unknown) => caught)
  assert.equal(isUniqueViolation(error), true)
  assert.equal(isUniqueViolation(error, 'flag_pkey'), true)
  assert.equal(isUniqueViolation(error, 'another'), false)
  assert.equal(isUniqueViolation(new Error('no')), false)
})

test('settings and DATABASE_URL name the external database', () => {
  assert.equal(databaseName({ suffix: '_dev' }), 'peertube_dev')
  assert.equal(databaseName({ name: 'films', suffix: '_dev' }), 'films')
  assert.deepEqual(connectionFromSettings(settings, undefined), {
    host: 'db.example.org',
    port: 5433,
    user: 'u',
    password: 'p',
    database: 'peertube_prod',
    ssl: { rejectUnauthorized: true, ca: undefined, cert: undefined, key: undefined },
  })
  assert.deepEqual(connectionFromSettings(settings, 'postgresql://h/d'), { connectionString: 'postgresql://h/d' })
})

test('a database that cannot be reached is named in the error, without the password', async () => {
  const connection = { host: '127.0.0.1', port: 9130, user: 'u', password: 'secret', database: 'films' }
  await assert.rejects(openDatabase({ connection }), (error: Error) => {
    assert.match(error.message, /127\.0\.0\.1:9130\/films cannot be used: .*ECONNREFUSED/)
    assert.doesNotMatch(error.message, /secret/)
    return true
  })
})
