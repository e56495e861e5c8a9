import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { actorKeysJob } from './actors/actor-keys.job.ts'
import { isLocalNameTaken, reserveActor } from './actors/actor.sql.ts'

let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server.close())

const get = (path: string) => server.request({ url: `/api/v1/${path}` })

describe('GET /accounts/{handle}', () => {
  test('gives local accounts by name and with our own host', async () => {
    const { origin } = server.ctx
    for (const handle of ['root', 'ROOT', `root@${origin.host}`, `root@${origin.host.toUpperCase()}`]) {
      const answer = await get(`accounts/${handle}`)
      assert.equal(answer.statusCode, 200, handle)
      const account = answer.json()
      assert.deepEqual(
        [account.name, account.host, account.url, account.userId, account.hostRedundancyAllowed],
        ['root', origin.host, `${origin.url}/accounts/root`, 1, false],
      )
    }
  })

  test('404 for unknown ones and for channels', async () => {
    for (const handle of ['nobody', 'root_channel', 'root@other.example', 'a@b@c']) {
      assert.equal((await get(`accounts/${handle}`)).statusCode, 404, handle)
    }
  })
})

describe('GET /accounts', () => {
  test('pages through all of them, newest first unless asked otherwise', async () => {
    const { total, data } = (await get('accounts')).json()
    assert.equal(total, 2)
    assert.deepEqual(
      data.map((account: { name: string }) => account.name),
      ['root', 'peertube'],
    )
    const second = (await get('accounts?sort=createdAt&start=1&count=1')).json()
    assert.deepEqual([second.total, second.data.length, second.data[0].name], [2, 1, 'root'])
    assert.equal(data[1].userId, undefined)
  })

  test('says about how many there are where counting would take long', async () => {
    const setRows = (rows: number) =>
      sql`UPDATE pg_class SET "reltuples" = ${rows} WHERE "oid" = 'public."account"'::regclass`.execute(server.ctx.db)
    const total = async () => (await get('accounts?count=1')).json().total
    const counted = await total()
    await setRows(1_234_567)
    assert.equal(await total(), 1_234_567)
    await setRows(-1)
    assert.equal(await total(), counted)
  })

  test('400 for bad pages and sorts', async () => {
    for (const query of ['count=101', 'count=x', 'start=-1', 'sort=name']) {
      const answer = await get(`accounts?${query}`)
      assert.equal(answer.statusCode, 400, query)
      assert.ok(answer.json()['invalid-params'][query.split('=')[0]!], query)
    }
  })
})

describe('actors', () => {
  test('get their keys from the job, once', async () => {
    const { db } = server.ctx
    const keys = () =>
      db
        .selectFrom('actor')
        .select(['id', 'publicKey', 'privateKey'])
        .where('preferredUsername', '=', 'root')
        .executeTakeFirstOrThrow()
    const { id, publicKey } = await keys()
    assert.equal(publicKey, null)
    const job = { id: 1, payload: { actorId: id }, attempt: 1, signal: server.ctx.stopping, progress: () => {} }
    await actorKeysJob.run(server.ctx, job)
    const made = await keys()
    assert.equal(createPublicKey(made.publicKey!).asymmetricKeyDetails?.modulusLength, 1024)
    assert.match(made.privateKey!, /BEGIN RSA PRIVATE KEY/)
    await actorKeysJob.run(server.ctx, job)
    assert.deepEqual(await keys(), made)
  })

  test('that are deleted keep their names', async () => {
    const { db } = server.ctx
    const actor = await db
      .selectFrom('actor')
      .selectAll()
      .where('preferredUsername', '=', 'root_channel')
      .executeTakeFirstOrThrow()
    await db.transaction().execute(async (tx) => {
      await reserveActor(tx, actor.id, new Date())
      await tx.deleteFrom('actor').where('id', '=', actor.id).execute()
    })
    assert.equal(await isLocalNameTaken(db, 'Root_Channel'), true)
    assert.equal(await isLocalNameTaken(db, 'free'), false)
  })
})
