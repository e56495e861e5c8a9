import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { callsTo } from '#app/test-requests.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addRemoteAccount } from '#features/accounts/testing/add-remote-actors.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { accountBlocked, serverUnblocked } from './blocklists.events.ts'

const follower = {
  name: 'follower',
  subscriptions: [
    subscribe(accountBlocked, 'follower/on-account-blocked', async () => {}),
    subscribe(serverUnblocked, 'follower/on-server-unblocked', async () => {}),
  ],
}
const features = [...featuresUpTo('videos'), follower]

const mine = '/api/v1/users/me/blocklist'
const everybodys = '/api/v1/server/blocklist'

describe('mutes', () => {
  let server: TestServer
  const tokens: Record<string, string> = {}
  const accounts: Record<string, number> = {}

  before(async () => {
    server = await startTestServer({ features })
    for (const name of ['alice', 'bob', 'carol', 'moderator']) {
      const person = await addPerson(server, name, name === 'moderator' ? 1 : 2)
      accounts[name] = person.accountId
      tokens[name] = person.as
    }
    await addRemoteAccount(server.ctx.db, { name: 'rita', displayName: 'Remote Rita', host: 'remote.example' })
    await makeTestVideo(server.ctx, { owner: 'bob', name: 'Video of Bob' })
  })
  after(() => server.close())

  const call = callsTo(() => server, tokens, '')
  const listed = async (as?: string) => {
    const { body } = await call('GET', '/api/v1/videos', as)
    return body.data.map((video: { name: string }) => video.name)
  }

  test('a user mutes and unmutes an account', async () => {
    assert.equal((await call('POST', `${mine}/accounts`, 'alice', { accountName: 'bob' })).status, 204)
    assert.equal((await call('POST', `${mine}/accounts`, 'alice', { accountName: 'BOB' })).status, 204, 'again')
    const { body } = await call('GET', `${mine}/accounts`, 'alice')
    assert.equal(body.total, 1)
    assert.deepEqual(
      [body.data[0].byAccount.name, body.data[0].blockedAccount.name, body.data[0].blocklistSubscription],
      ['alice', 'bob', null],
    )
    assert.deepEqual(await listed('alice'), [])
    assert.deepEqual(await listed('carol'), ['Video of Bob'])
    assert.deepEqual(await listed(), ['Video of Bob'])
    const jobs = await server.ctx.db
      .selectFrom('sepiola.job')
      .select('payload')
      .where('type', 'like', 'follower/%')
      .execute()
    assert.deepEqual(
      jobs.map((job) => job.payload),
      [{ accountId: accounts.alice, byInstance: false, targetAccountId: accounts.bob }],
    )

    assert.equal((await call('DELETE', `${mine}/accounts/bob`, 'alice')).status, 204)
    assert.equal((await call('DELETE', `${mine}/accounts/bob`, 'alice')).status, 404, 'not muted any more')
    assert.deepEqual(await listed('alice'), ['Video of Bob'])
  })

  test('what cannot be muted', async () => {
    for (const [payload, status] of [
      [{}, 400],
      [{ accountName: 'a@b@c' }, 400],
      [{ accountName: 'nobody' }, 404],
      [{ accountName: 'rita@elsewhere.example' }, 404],
      [{ accountName: 'alice' }, 409],
    ] as const) {
      assert.equal((await call('POST', `${mine}/accounts`, 'alice', payload)).status, status, JSON.stringify(payload))
    }
    assert.equal((await call('POST', `${everybodys}/accounts`, 'moderator', { accountName: 'moderator' })).status, 409)
    assert.equal((await call('DELETE', `${mine}/accounts/nobody`, 'alice')).status, 404)
    const own = server.ctx.origin.host
    for (const [payload, status] of [
      [{}, 400],
      [{ host: 'https://remote.example' }, 400],
      [{ host: own }, 409],
    ] as const) {
      assert.equal((await call('POST', `${mine}/servers`, 'alice', payload)).status, status, JSON.stringify(payload))
    }
    assert.equal((await call('DELETE', `${mine}/servers/never-heard.example`, 'alice')).status, 404)
  })

  test('servers, known or not yet, and their end', async () => {
    for (const host of ['remote.example', 'new.example', 'new.example']) {
      assert.equal((await call('POST', `${mine}/servers`, 'alice', { host })).status, 204)
    }
    const { body } = await call('GET', `${mine}/servers?sort=createdAt`, 'alice')
    assert.deepEqual(
      body.data.map((entry: any) => entry.blockedServer.host),
      ['remote.example', 'new.example'],
    )
    assert.equal((await call('GET', `${mine}/servers?search=REMOTE`, 'alice')).body.total, 1)
    for (const host of ['remote.example', 'new.example']) {
      assert.equal((await call('DELETE', `${mine}/servers/${host}`, 'alice')).status, 204)
    }
    assert.equal((await call('GET', `${mine}/servers`, 'alice')).body.total, 0)
  })

  test('the instance mutes for everybody; whoever may not is refused', async () => {
    for (const kind of ['accounts', 'servers']) {
      for (const [as, status] of [
        [undefined, 401],
        ['alice', 403],
        ['moderator', 200],
      ] as const) {
        assert.equal((await call('GET', `${everybodys}/${kind}`, as)).status, status, `${kind} as ${as}`)
      }
      assert.equal((await call('GET', `${mine}/${kind}`)).status, 401)
      assert.equal((await call('GET', `${mine}/${kind}?sort=id`, 'alice')).status, 400)
      assert.equal((await call('GET', `${mine}/${kind}?count=101`, 'alice')).status, 400)
    }
    assert.equal((await call('POST', `${everybodys}/accounts`, 'alice', { accountName: 'bob' })).status, 403)
    assert.equal((await call('POST', `${everybodys}/servers`, 'alice', { host: 'x.example' })).status, 403)
    assert.equal((await call('DELETE', `${everybodys}/accounts/bob`, 'alice')).status, 403)
    assert.equal((await call('DELETE', `${everybodys}/servers/x.example`, 'alice')).status, 403)

    await call('POST', `${everybodys}/accounts`, 'moderator', { accountName: 'bob' })
    await call('POST', `${everybodys}/servers`, 'moderator', { host: 'bad.example' })
    const { body } = await call('GET', `${everybodys}/accounts?search=bob`, 'moderator')
    assert.equal(body.data[0].byAccount.name, 'peertube')
    assert.equal(
      (await call('GET', `${everybodys}/accounts?search=zzz`, 'moderator')).body.total,
      0,
      'total follows it',
    )
    assert.equal((await call('GET', `${everybodys}/accounts?subscriptionName=x`, 'moderator')).body.total, 0)
    assert.deepEqual(await listed(), [])
    assert.deepEqual(await listed('moderator'), [], 'for moderators too')
    assert.equal((await call('DELETE', `${everybodys}/accounts/bob`, 'moderator')).status, 204)
    assert.equal((await call('DELETE', `${everybodys}/servers/bad.example`, 'moderator')).status, 204)
  })

  test('a muted server hides the videos of its accounts', async () => {
    await sql`UPDATE "actor" SET "serverId" = (SELECT "id" FROM "server" WHERE "host" = 'remote.example')
      WHERE "accountId" = ${accounts.bob}`.execute(server.ctx.db)
    await call('POST', `${mine}/servers`, 'alice', { host: 'remote.example' })
    assert.deepEqual(await listed('alice'), [])
    assert.deepEqual(await listed('carol'), ['Video of Bob'])
    await call('DELETE', `${mine}/servers/remote.example`, 'alice')
    await sql`UPDATE "actor" SET "serverId" = NULL WHERE "accountId" = ${accounts.bob}`.execute(server.ctx.db)
  })

  test('the status of accounts and hosts, with and without token', async () => {
    const host = server.ctx.origin.host
    await call('POST', `${mine}/accounts`, 'alice', { accountName: 'rita@remote.example' })
    await call('POST', `${everybodys}/accounts`, 'moderator', { accountName: `carol@${host}` })
    await call('POST', `${everybodys}/servers`, 'moderator', { host: 'bad.example' })
    const url = `/api/v1/blocklist/status?accounts=rita@remote.example&accounts=carol@${host}&accounts=x@y.example&hosts=bad.example`
    const status = (blockedByServer: boolean, blockedByUser: boolean) => ({
      blockedByServer,
      blockedByUser,
      blockedByServerSubscription: null,
    })
    for (const [as, byUser] of [
      ['alice', true],
      ['bob', false],
      [undefined, false],
    ] as const) {
      const { body } = await call('GET', url, as)
      assert.deepEqual(body, {
        accounts: {
          'rita@remote.example': status(false, byUser),
          [`carol@${host}`]: status(true, false),
          'x@y.example': status(false, false),
        },
        hosts: { 'bad.example': status(true, false) },
      })
    }
    for (const query of ['accounts=alice', 'hosts=a.example&hosts=a.example', 'hosts=https://a.example']) {
      assert.equal((await call('GET', `/api/v1/blocklist/status?${query}`)).status, 400, query)
    }
    assert.deepEqual((await call('GET', '/api/v1/blocklist/status')).body, { accounts: {}, hosts: {} })
  })

  test('the log of the mutes of the instance is public when the administrator wants it', async (t) => {
    const url = `${everybodys}/public-log?startDate=2020-01-01`
    assert.equal((await call('GET', `${everybodys}/public-log`)).status, 400)
    const refused = await server.request({ url })
    assert.deepEqual([refused.statusCode, refused.body], [403, 'Forbidden'])
    const { public_log } = server.ctx.settings.current.blocklist
    public_log.enabled = true
    t.after(() => (public_log.enabled = false))
    const { body } = await call('GET', url)
    const actions = body.actions.map(({ type, target }: any) => `${type} ${target}`)
    const host = server.ctx.origin.host
    assert.deepEqual(actions, [
      `block bob@${host}`,
      'block bad.example',
      `unblock bob@${host}`,
      'unblock bad.example',
      `block carol@${host}`,
      'block bad.example',
    ])
    assert.deepEqual((await call('GET', `${everybodys}/public-log?startDate=2100-01-01`)).body.actions, [])
  })
})
