import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { features } from '#app/features.ts'
import { requestsTo } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addCollaborator } from '#features/channels/testing/add-collaborator.ts'
import { addPerson, type Person } from '#features/videos/testing/add-people.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { defineFeature } from '#foundation/feature.ts'
import { channelSyncRequested } from './channel-syncs.events.ts'

let server: TestServer
let root: string

before(async () => {
  const unlimited = { max: 1_000_000 }
  const probe = defineFeature({
    name: 'probe',
    subscriptions: [subscribe(channelSyncRequested, 'test/sync-requested', async () => {})],
  })
  server = await startTestServer({
    settings: {
      rates_limit: { api: unlimited, login: unlimited },
      import: { video_channel_synchronization: { enabled: true, max_per_user: 3 } },
    },
    features: [...features, probe],
  })
  root = await server.login()
})
after(() => server.close())
afterEach(() => server.ctx.settings.clearOverride())

const { send, status, json } = requestsTo(() => server)

let count = 0
async function person(role = 2) {
  const made = await addPerson(server, `mirror${++count}`, role)
  return { ...made, list: `accounts/${made.username}/video-channel-syncs` }
}

const collaborate = (channelId: number, { accountId }: Person) =>
  addCollaborator(server.ctx.db, { channelId, accountId })

const url = (name: string) => `https://videos.example/channel/${name}`
async function addSync(owner: Person, name: string, as = owner.as): Promise<number> {
  const payload = { externalChannelUrl: url(name), videoChannelId: owner.channelId }
  const answer = await send('POST', 'video-channel-syncs', as, payload)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().videoChannelSync.id
}
const disable = () => server.ctx.settings.override({ import: { video_channel_synchronization: { enabled: false } } })

describe('POST /video-channel-syncs', () => {
  test('makes one that waits for its first run', async () => {
    const owner = await person()
    const payload = { externalChannelUrl: url('one'), videoChannelId: owner.channelId }
    const answer = await send('POST', 'video-channel-syncs', owner.as, payload)
    assert.equal(answer.statusCode, 200, answer.body)
    const { videoChannelSync: sync } = answer.json()
    assert.deepEqual(
      [sync.externalChannelUrl, sync.state, sync.lastSyncAt, sync.channel.id],
      [url('one'), { id: 1, label: 'Waiting first run' }, null, owner.channelId],
    )
    const [line] = (await json(`video-channels/${owner.username}_channel/activities`, owner.as)).data
    assert.deepEqual(
      [line.action.label, line.targetType.label, line.channelSync],
      ['Create', 'Channel synchronization', { id: sync.id, externalChannelUrl: url('one') }],
    )
    await server.ctx.audit.written()
    const lines: any[] = await json('server/audit-logs?startDate=2020-01-01', root)
    const entry = lines.find((one) => one['channel-sync-id'] === sync.id)
    assert.deepEqual([entry.domain, entry.action, entry.user], ['channel-syncs', 'create', owner.username])
  })

  test('bad fields', async () => {
    const owner = await person()
    const good = { externalChannelUrl: url('x'), videoChannelId: owner.channelId }
    const bad: [string, unknown][] = [
      ['externalChannelUrl', undefined],
      ['externalChannelUrl', ''],
      ['externalChannelUrl', 'no address'],
      ['externalChannelUrl', 'ftp://videos.example/channel'],
      ['externalChannelUrl', `https://videos.example/${'x'.repeat(2000)}`],
      ['videoChannelId', undefined],
      ['videoChannelId', 'x'],
      ['videoChannelId', 0],
    ]
    for (const [field, value] of bad) {
      const answer = await send('POST', 'video-channel-syncs', owner.as, { ...good, [field]: value })
      assert.equal(answer.statusCode, 400, `${field} ${String(value).slice(0, 20)}`)
      assert.ok(answer.json()['invalid-params'][field])
    }
    assert.equal((await json(owner.list, owner.as)).total, 0)
  })

  test('who may, and how many the owner may have, also at once', async () => {
    const [owner, other, helper, moderator] = [await person(), await person(), await person(), await person(1)]
    await collaborate(owner.channelId, helper)
    const payload = { externalChannelUrl: url('y'), videoChannelId: owner.channelId }
    const create = (as?: string, more = {}) => status('POST', 'video-channel-syncs', as, { ...payload, ...more })
    assert.equal(await create(), 401)
    assert.equal(await create(other.as), 403)
    assert.equal(await create(owner.as, { videoChannelId: 999_999 }), 404)
    for (const as of [helper.as, moderator.as]) assert.equal(await create(as), 200)
    assert.deepEqual((await Promise.all([create(owner.as), create(helper.as)])).sort(), [200, 400])
  })

  test('403 when the feature is off, whatever is sent', async () => {
    const owner = await person()
    await disable()
    assert.equal(await status('POST', 'video-channel-syncs', owner.as, {}), 403)
    assert.equal(await status('POST', 'video-channel-syncs', undefined, {}), 401)
  })
})

describe('DELETE and run', () => {
  test('those who manage the channel delete one, also when the feature is off', async () => {
    const [owner, other, helper] = [await person(), await person(), await person()]
    await collaborate(owner.channelId, helper)
    const [one, two] = [await addSync(owner, 'one'), await addSync(owner, 'two')]
    await disable()
    assert.equal(await status('DELETE', `video-channel-syncs/${one}`), 401)
    assert.equal(await status('DELETE', `video-channel-syncs/${one}`, other.as), 403)
    assert.equal(await status('DELETE', 'video-channel-syncs/x', owner.as), 400)
    assert.equal(await status('DELETE', 'video-channel-syncs/999999', owner.as), 404)
    assert.equal(await status('DELETE', `video-channel-syncs/${one}`, helper.as), 204)
    assert.equal(await status('DELETE', `video-channel-syncs/${two}`, root), 204)
    assert.equal(await status('DELETE', `video-channel-syncs/${two}`, owner.as), 404)
    assert.equal((await json(owner.list, owner.as)).total, 0)
    const { data } = await json(`video-channels/${owner.username}_channel/activities`, owner.as)
    assert.deepEqual(
      data.map((line: any) => [line.action.id, line.channelSync.externalChannelUrl]),
      [
        [3, url('two')],
        [3, url('one')],
        [1, url('two')],
        [1, url('one')],
      ],
    )
  })

  test('a run may be asked for', async () => {
    const [owner, other] = [await person(), await person()]
    const id = await addSync(owner, 'soon')
    const path = `video-channel-syncs/${id}/sync`
    const failed = server.ctx.db.updateTable('videoChannelSync').set({ state: 4 }).where('id', '=', id)
    await failed.execute()
    assert.equal(await status('POST', path), 401)
    assert.equal(await status('POST', path, other.as), 403)
    assert.equal(await status('POST', 'video-channel-syncs/999999/sync', owner.as), 404)
    assert.equal(await status('POST', 'video-channel-syncs/x/sync', owner.as), 400)
    assert.equal(await status('POST', path, owner.as), 204)
    assert.equal((await json(owner.list, owner.as)).data[0].state.id, 1)
    const { rows } = await sql<{ payload: unknown }>`
      SELECT payload FROM sepiola.job WHERE type = 'test/sync-requested'`.execute(server.ctx.db)
    assert.deepEqual(rows, [{ payload: { channelSyncId: id, channelId: owner.channelId } }])
    await server.ctx.db.updateTable('videoChannelSync').set({ state: 2 }).where('id', '=', id).execute()
    assert.equal(await status('POST', path, owner.as), 204)
    assert.equal((await json(owner.list, owner.as)).data[0].state.id, 2, 'one that runs goes on')
    await disable()
    assert.equal(await status('POST', path, owner.as), 403)
  })
})

describe('GET /accounts/{handle}/video-channel-syncs', () => {
  test('one’s own, on demand those of channels that one helps with; sorted, searched, paged', async () => {
    const [owner, helper] = [await person(), await person()]
    await collaborate(owner.channelId, helper)
    const [b, a, c] = [await addSync(owner, 'b'), await addSync(owner, 'a'), await addSync(owner, 'c')]
    const mine = await addSync(helper, 'mine')
    const ids = async (who: Awaited<ReturnType<typeof person>>, query = '') =>
      (await json(`${who.list}${query}`, who.as)).data.map((sync: any) => sync.id)
    assert.deepEqual(await ids(owner), [c, a, b])
    assert.deepEqual(await ids(helper), [mine])
    assert.deepEqual(await ids(helper, '?includeCollaborations=true&sort=createdAt'), [b, a, c, mine])
    assert.deepEqual(await ids(owner, '?sort=externalChannelUrl'), [a, b, c])
    assert.deepEqual(await ids(owner, '?sort=-externalChannelUrl&start=1&count=1'), [b])
    assert.deepEqual(await ids(helper, '?includeCollaborations=true&sort=-videoChannel&count=1'), [mine])
    assert.deepEqual(await ids(owner, '?search=channel/a'), [a])
    assert.deepEqual(await ids(owner, `?search=${owner.username.toUpperCase()}`), [c, a, b])
    assert.deepEqual(await ids(owner, '?search=%25'), [])
    await server.ctx.db
      .updateTable('videoChannelSync')
      .set({ state: 3, lastSyncAt: new Date() })
      .where('id', '=', a)
      .execute()
    assert.deepEqual(await ids(owner, '?sort=-state'), [a, b, c])
    assert.deepEqual(await ids(owner, '?sort=-lastSyncAt'), [a, b, c])
    const { data } = await json(owner.list, owner.as)
    assert.ok(data[1].lastSyncAt)
  })

  test('who may', async () => {
    const [owner, other, moderator] = [await person(), await person(), await person(1)]
    assert.equal(await status('GET', owner.list), 401)
    assert.equal(await status('GET', `${owner.list}?sort=id`, other.as), 403, 'the account comes before the page')
    assert.equal(await status('GET', 'accounts/nobody/video-channel-syncs?sort=id', owner.as), 404)
    for (const as of [owner.as, moderator.as, root]) assert.equal(await status('GET', owner.list, as), 200)
    for (const query of ['sort=id', 'count=101', 'start=-1', 'includeCollaborations=perhaps']) {
      assert.equal(await status('GET', `${owner.list}?${query}`, owner.as), 400, query)
    }
  })
})
