import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { readAnswer, requestsTo } from '#app/test-requests.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addRemoteAccount } from '#features/accounts/testing/add-remote-actors.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { blocklistSubscriptionSynced } from '../blocklists.events.ts'
import { syncSubscriptionJob } from './sync-subscription.job.ts'

const follower = {
  name: 'follower',
  subscriptions: [subscribe(blocklistSubscriptionSynced, 'follower/on-synced', async () => {})],
}
const features = [...featuresUpTo('videos'), follower]

const base = '/api/v1/server/blocklist'

describe('followed mute lists', () => {
  let server: TestServer
  let moderator: string
  let user: string
  /** What the other server says, and what it was asked. */
  let list: { name?: unknown; actions?: unknown } = {}
  const asked: string[] = []
  const other = createServer((request, response) => {
    asked.push(request.url!)
    response.end(JSON.stringify(list))
  })
  let url: string

  before(async () => {
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/log`
    server = await startTestServer({ features })
    ;({ moderator, alice: user } = await addPeople(server, { alice: 2, bob: 2, moderator: 1 }))
    await addRemoteAccount(server.ctx.db, { name: 'rita', displayName: 'Remote Rita', host: 'remote.example' })
  })
  after(async () => {
    other.close()
    await server.close()
  })

  const { send } = requestsTo(() => server, base)
  const call = async (...request: Parameters<typeof send>) => readAnswer(await send(...request))
  const action = (type: string, target: string, second: number) => ({
    type,
    target,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  })
  const muted = async (query = '') => {
    const accounts = (await call('GET', `/accounts?${query}`, moderator)).body.data
    const servers = (await call('GET', `/servers?${query}`, moderator)).body.data
    return [
      ...accounts.map(({ blockedAccount }: any) => `${blockedAccount.name}@${blockedAccount.host}`),
      ...servers.map(({ blockedServer }: any) => blockedServer.host),
    ].sort()
  }
  async function sync(subscriptionId: number) {
    const job = { id: 1, payload: { subscriptionId }, attempt: 1, signal: new AbortController().signal, progress() {} }
    await syncSubscriptionJob.run(server.ctx, job).catch(async (error: Error) => {
      await syncSubscriptionJob.failed!(server.ctx, { ...job, error: error.message, cancelled: false })
    })
    return (await call('GET', '/subscriptions', moderator)).body.data[0]
  }

  test('who may, and what is refused', async () => {
    for (const [method, path, payload] of [
      ['GET', '/subscriptions', undefined],
      ['POST', '/subscriptions', { url }],
      ['DELETE', '/subscriptions/1', undefined],
    ] as const) {
      assert.equal((await call(method, path, undefined, payload)).status, 401)
      assert.equal((await call(method, path, user, payload)).status, 403)
    }
    for (const wrong of [
      {},
      { name: 'A list' },
      { name: 'A list', actions: [{ type: 'forget', target: 'a.example', createdAt: '2026-01-01' }] },
      { name: 'A list', actions: [action('block', 'http://a.example', 1)] },
      { name: 'A list', actions: [action('block', 'a@b@c', 1)] },
      { name: '', actions: [] },
    ]) {
      list = wrong
      assert.equal((await call('POST', '/subscriptions', moderator, { url })).status, 400, JSON.stringify(wrong))
    }
    assert.equal((await call('POST', '/subscriptions', moderator, { url: 'no URL' })).status, 400)
    assert.equal((await call('POST', '/subscriptions', moderator, { url: 'http://127.0.0.1:1/' })).status, 400)
    assert.equal((await call('GET', '/subscriptions?sort=url', moderator)).status, 400)
    assert.equal((await call('DELETE', '/subscriptions/none', moderator)).status, 400)
    assert.equal((await call('DELETE', '/subscriptions/99', moderator)).status, 404)
    assert.equal((await call('GET', '/subscriptions', moderator)).body.total, 0)
  })

  test('a list is followed: its mutes come and go, those of moderators stay', async () => {
    const own = server.ctx.origin.host
    await call('POST', '/servers', moderator, { host: 'manual.example' })
    list = {
      name: 'Friends',
      actions: [
        action('block', 'gone.example', 9),
        action('unblock', 'gone.example', 10),
        action('block', 'rita@remote.example', 2),
        action('block', 'unknown@remote.example', 3),
        action('block', `bob@${own}`, 4),
        action('block', 'bad.example', 5),
        action('block', 'manual.example', 6),
        action('block', own, 7),
        action('block', `peertube@${own}`, 8),
      ],
    }
    const created = await call('POST', '/subscriptions', moderator, { url })
    assert.deepEqual(
      [created.status, created.body.name, created.body.url, created.body.state.id, created.body.lastSyncAt],
      [200, 'Friends', url, 1, null],
    )
    assert.equal((await call('POST', '/subscriptions', moderator, { url })).status, 409)
    const synced = await sync(created.body.id)
    assert.deepEqual([synced.state.label, synced.mutedAccountsCount, synced.mutedServersCount], ['Synchronized', 2, 1])
    assert.deepEqual(await muted(), ['bad.example', `bob@${own}`, 'manual.example', 'rita@remote.example'])
    assert.deepEqual(await muted('subscriptionName=friends'), ['bad.example', `bob@${own}`, 'rita@remote.example'])
    const [entry] = (await call('GET', '/servers?search=bad', moderator)).body.data
    assert.deepEqual(entry.blocklistSubscription, { id: created.body.id, name: 'Friends', url })
    const status = await server.request({ url: '/api/v1/blocklist/status?hosts=bad.example&hosts=manual.example' })
    assert.deepEqual(status.json().hosts, {
      'bad.example': { blockedByServer: true, blockedByUser: false, blockedByServerSubscription: 'Friends' },
      'manual.example': { blockedByServer: true, blockedByUser: false, blockedByServerSubscription: null },
    })

    list = {
      name: 'Renamed',
      actions: [
        action('block', 'old.example', 10),
        action('unblock', 'manual.example', 20),
        action('unblock', 'BAD.example', 21),
        action('unblock', 'rita@remote.example', 22),
      ],
    }
    const again = await sync(created.body.id)
    assert.equal(asked.at(-1), `/log?startDate=${encodeURIComponent('2026-01-01T00:00:10.000Z')}`)
    assert.deepEqual([again.name, again.mutedAccountsCount, again.mutedServersCount], ['Renamed', 1, 0])
    assert.deepEqual(await muted(), [`bob@${own}`, 'manual.example'])
    const events = await server.ctx.db
      .selectFrom('sepiola.job')
      .select('payload')
      .where('type', '=', 'follower/on-synced')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      events.map(({ payload }: any) => [
        payload.blockedAccountsCount,
        payload.blockedHostsCount,
        payload.unblockedHostsCount,
      ]),
      [
        [2, 1, 0],
        [0, 0, 1],
      ],
    )

    list = { name: 'Broken' }
    const failed = await sync(created.body.id)
    assert.deepEqual([failed.state.id, failed.name], [4, 'Renamed'])
    assert.equal((await call('GET', '/subscriptions?search=RENAMED', moderator)).body.total, 1)
    assert.equal((await call('GET', '/subscriptions?search=zzz', moderator)).body.total, 0)

    const { public_log } = server.ctx.settings.current.blocklist
    public_log.enabled = true
    const log = (await call('GET', '/public-log?startDate=2020-01-01')).body
    assert.deepEqual(
      log.actions.map(({ target }: any) => target),
      ['manual.example'],
      'only what moderators did',
    )
    assert.equal((await call('DELETE', `/subscriptions/${created.body.id}`, moderator)).status, 204)
    assert.deepEqual(await muted(), ['manual.example'])
  })
})
