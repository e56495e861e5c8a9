import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { features } from '#app/features.ts'
import { requestsTo } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addCollaborator } from '#features/channels/testing/add-collaborator.ts'
import { channelUpdated } from '#features/channels/channels.events.ts'
import { addPerson, type Person } from '#features/videos/testing/add-people.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { videoMoved } from '#features/videos/videos.events.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { defineFeature } from '#foundation/feature.ts'
import { ownershipAccepted, ownershipRefused, ownershipRequested } from './ownership.events.ts'

let server: TestServer
let root: string

before(async () => {
  const unlimited = { max: 1_000_000 }
  const events: any[] = [ownershipRequested, ownershipAccepted, ownershipRefused, videoMoved, channelUpdated]
  const probe = defineFeature({
    name: 'probe',
    subscriptions: events.map((event) => subscribe(event, `test/${event.name}`, async () => {})),
  })
  server = await startTestServer({
    settings: { rates_limit: { api: unlimited, login: unlimited } },
    features: [...features, probe],
  })
  root = await server.login()
})
after(() => server.close())

const { send, status, json } = requestsTo(() => server)

let made = 0
const person = (role = 2) => addPerson(server, `giver${++made}`, role)

const collaborate = (channelId: number, { accountId }: Person) =>
  addCollaborator(server.ctx.db, { channelId, accountId })

async function addChannel(owner: Person): Promise<{ id: number; handle: string }> {
  const handle = `given${++made}`
  const answer = await send('POST', 'video-channels', owner.as, { name: handle, displayName: `The ${handle}` })
  return { id: answer.json().videoChannel.id, handle }
}

/** Payloads of an event about something, from the job rows of its follower. */
async function told(name: string, match: object): Promise<any[]> {
  const { rows } = await sql<{ payload: any }>`
    SELECT payload FROM sepiola.job WHERE type = ${`test/${name}`} AND payload @> ${JSON.stringify(match)}::jsonb
     ORDER BY id`.execute(server.ctx.db)
  return rows.map((row) => row.payload)
}

const actionsOf = async (handle: string, as: string) =>
  (await json(`video-channels/${handle}/activities`, as)).data.map((line: any) => line.action.id)

async function quota(of: Person, videoQuota: number): Promise<void> {
  await server.ctx.db.updateTable('user').set({ videoQuota }).where('id', '=', of.userId).execute()
}

/** Id of the pending request. */
async function offerVideo(owner: Person, uuid: string, to: Person): Promise<number> {
  assert.equal(await status('POST', `videos/${uuid}/give-ownership`, owner.as, { username: to.username }), 204)
  return (await json(`videos/${uuid}/ownership?state=1`, owner.as)).data[0].id
}

async function offerChannel(owner: Person, handle: string, to: Person): Promise<number> {
  const path = `video-channels/${handle}`
  assert.equal(await status('POST', `${path}/give-ownership`, owner.as, { username: to.username }), 204)
  return (await json(`${path}/ownership?state=1`, owner.as)).data[0].id
}

describe('a video', () => {
  test('is offered, seen by both sides, accepted into a channel of the new owner', async () => {
    const [owner, heir, helper] = [await person(), await person(), await person()]
    await collaborate(owner.channelId, helper)
    const video = await makeTestVideo(server.ctx, { owner: owner.username })
    const id = await offerVideo(owner, video.uuid, heir)
    for (const as of [owner.as, heir.as, helper.as]) {
      const { total, data } = await json('videos/ownership', as)
      assert.equal(total, 1)
      const [offer] = data
      assert.deepEqual([offer.id, offer.state, offer.status], [id, { id: 1, label: 'Pending' }, 'WAITING'])
      assert.deepEqual([offer.initiatorAccount.name, offer.nextOwnerAccount.name], [owner.username, heir.username])
      assert.deepEqual(
        [offer.video.uuid, offer.video.channel.name, offer.videoChannel],
        [video.uuid, owner.handle, undefined],
      )
      assert.equal(offer.video.thumbnails.length, 1)
    }
    const ids = { ownershipId: id, kind: 'video', videoId: video.id, channelId: owner.channelId }
    const accounts = {
      ownerAccountId: owner.accountId,
      initiatorAccountId: owner.accountId,
      nextOwnerAccountId: heir.accountId,
    }
    assert.deepEqual(await told('ownership.requested', { ownershipId: id }), [{ ...ids, ...accounts }])

    const accept = (as: string) => status('POST', `videos/ownership/${id}/accept`, as, { channelId: heir.channelId })
    assert.equal(await accept(heir.as), 204)
    const moved = await json(`videos/${video.uuid}`)
    assert.deepEqual([moved.account.name, moved.channel.name], [heir.username, heir.handle])
    assert.deepEqual(await told('ownership.accepted', { ownershipId: id }), [{ ...ids, ...accounts }])
    assert.deepEqual(await told('video.moved', { videoId: video.id }), [
      { videoId: video.id, fromChannelId: owner.channelId, toChannelId: heir.channelId },
    ])
    assert.deepEqual(await actionsOf(owner.handle, owner.as), [13, 12, 1])
    assert.deepEqual(await actionsOf(heir.handle, heir.as), [13])
    const [line] = (await json(`video-channels/${heir.handle}/activities`, heir.as)).data
    assert.deepEqual(
      [line.targetType.label, line.video.uuid, line.targetAccount.username],
      ['Video', video.uuid, heir.username],
    )
    assert.equal(await status('PUT', `videos/${video.uuid}`, heir.as, { name: 'My secret', privacy: 3 }), 204)
    const names = async (handle: string, as: string) =>
      (await json(`video-channels/${handle}/activities`, as)).data.map((one: any) => one.video.name)
    assert.ok((await names(heir.handle, heir.as)).every((name: string) => name === 'My secret'))
    assert.ok(!(await names(owner.handle, owner.as)).includes('My secret'), 'no longer of this channel')
    assert.deepEqual((await json('videos/ownership', heir.as)).data[0].status, 'ACCEPTED')
    assert.equal(await accept(heir.as), 400, 'not pending')
    await server.ctx.audit.written()
    const lines: any[] = await json('server/audit-logs?startDate=2020-01-01', root)
    const entry = lines.find((one) => one['video-id'] === video.id && one.action === 'update')
    assert.deepEqual([entry.user, entry['new-video-channelId']], [heir.username, heir.channelId])
  })

  test('is refused, or withdrawn', async () => {
    const [owner, heir, other] = [await person(), await person(), await person()]
    const video = await makeTestVideo(server.ctx, { owner: owner.username })
    const id = await offerVideo(owner, video.uuid, heir)
    const path = `videos/ownership/${id}`
    assert.equal(await status('POST', `${path}/refuse`), 401)
    for (const as of [other.as, owner.as]) assert.equal(await status('POST', `${path}/refuse`, as), 403)
    assert.equal(await status('POST', `${path}/refuse`, heir.as), 204)
    assert.equal((await told('ownership.refused', { ownershipId: id })).length, 1)
    assert.equal((await json('videos/ownership', heir.as)).data[0].status, 'REFUSED')
    assert.equal((await json(`videos/${video.uuid}`)).account.name, owner.username)
    assert.equal(await status('DELETE', path, owner.as), 400, 'not pending')
    assert.equal(await status('POST', `${path}/refuse`, heir.as), 400, 'not pending')
    const second = await offerVideo(owner, video.uuid, heir)
    assert.equal(await status('DELETE', `videos/ownership/${second}`), 401)
    for (const as of [other.as, heir.as]) assert.equal(await status('DELETE', `videos/ownership/${second}`, as), 403)
    assert.equal(await status('DELETE', `videos/ownership/${second}`, owner.as), 204)
    assert.equal(await status('DELETE', `videos/ownership/${second}`, owner.as), 404)
    assert.deepEqual(await actionsOf(owner.handle, owner.as), [16, 12, 14, 12, 1])
  })

  test('who may offer it and see its offers', async () => {
    const [owner, other, helper, moderator] = [await person(), await person(), await person(), await person(1)]
    await collaborate(owner.channelId, helper)
    const video = await makeTestVideo(server.ctx, { owner: owner.username })
    const path = `videos/${video.uuid}/give-ownership`
    const to = { username: other.username }
    assert.equal(await status('POST', path, undefined, to), 401)
    for (const { as } of [other, moderator]) {
      assert.equal(await status('POST', path, as, to), 403)
      assert.equal(await status('GET', `videos/${video.uuid}/ownership`, as), 403)
    }
    assert.equal(await status('POST', 'videos/999999/give-ownership', owner.as, to), 404)
    assert.equal(await status('POST', 'videos/x/give-ownership', owner.as, to), 400)
    for (const username of [undefined, '', 7]) {
      const answer = await send('POST', path, owner.as, { username })
      assert.equal(answer.statusCode, 400)
      assert.ok(answer.json()['invalid-params'].username)
    }
    for (const username of ['nobody', 'somebody@far.example', owner.username]) {
      assert.equal(await status('POST', path, owner.as, { username }), 400, username)
    }
    const offers = await Promise.all([status('POST', path, helper.as, to), status('POST', path, helper.as, to)])
    assert.deepEqual(offers.sort(), [204, 400], 'one at a time')
    assert.equal(await status('POST', path, root, to), 400)
    const list = `videos/${video.uuid}/ownership`
    assert.equal(await status('GET', list), 401)
    for (const as of [owner.as, helper.as, root]) assert.equal((await json(list, as)).total, 1)
    assert.equal((await json(`${list}?state=2`, owner.as)).total, 0)
    for (const query of ['state=4', 'state=x', 'sort=id', 'count=101']) {
      assert.equal(await status('GET', `${list}?${query}`, owner.as), 400, query)
    }
    assert.equal(await status('GET', 'videos/999999/ownership', owner.as), 404)
    assert.equal(await status('GET', 'videos/ownership'), 401)
    assert.equal(await status('GET', 'videos/ownership?sort=id', owner.as), 400)
    await server.ctx.db.updateTable('video').set({ remote: true }).where('id', '=', video.id).execute()
    assert.equal(await status('POST', path, root, to), 403, 'of another server')
  })

  test('that is deleted while it is offered is not found', async () => {
    const [owner, other] = [await person(), await person()]
    const video = await makeTestVideo(server.ctx, { channelId: owner.channelId })
    const offered = await server.ctx.db.transaction().execute(async (tx) => {
      await sql`DELETE FROM "video" WHERE "uuid" = ${video.uuid}`.execute(tx)
      const offer = status('POST', `videos/${video.uuid}/give-ownership`, owner.as, { username: other.username })
      const waiting = () =>
        sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(
          server.ctx.db,
        )
      while ((await waiting()).rows.length === 0) await sleep(10)
      return { offer }
    })
    assert.equal(await offered.offer, 404)
  })

  test('lists are sorted and paged', async () => {
    const [owner, heir] = [await person(), await person()]
    const ids: number[] = []
    for (let i = 0; i < 3; i++) {
      const video = await makeTestVideo(server.ctx, { owner: owner.username })
      ids.push(await offerVideo(owner, video.uuid, heir))
    }
    const listed = async (query: string) =>
      (await json(`videos/ownership${query}`, heir.as)).data.map((one: any) => one.id)
    assert.deepEqual(await listed(''), ids)
    assert.deepEqual(await listed('?sort=-createdAt'), ids.toReversed())
    assert.deepEqual(await listed('?start=1&count=1'), [ids[1]])
  })

  test('what an acceptance needs', async () => {
    const [owner, heir, other, moderator] = [await person(), await person(), await person(), await person(1)]
    const video = await makeTestVideo(server.ctx, { owner: owner.username })
    const id = await offerVideo(owner, video.uuid, heir)
    const accept = (as: string | undefined, channelId: unknown, of: number | string = id) =>
      send('POST', `videos/ownership/${of}/accept`, as, { channelId })
    const statusOf = async (...request: Parameters<typeof accept>) => (await accept(...request)).statusCode
    assert.equal(await statusOf(undefined, heir.channelId), 401)
    for (const channelId of [undefined, 'x', null]) {
      const answer = await accept(heir.as, channelId)
      assert.equal(answer.statusCode, 400)
      assert.ok(answer.json()['invalid-params'].channelId)
    }
    assert.equal(await statusOf(heir.as, heir.channelId, 999_999), 404)
    assert.equal(await statusOf(heir.as, heir.channelId, 'x'), 400)
    for (const { as, channelId } of [owner, other]) assert.equal(await statusOf(as, channelId), 403)
    assert.equal(await statusOf(heir.as, 999_999), 404)
    assert.equal(await statusOf(heir.as, other.channelId), 403)
    await collaborate(other.channelId, heir)
    assert.equal(await statusOf(heir.as, other.channelId), 403, 'to help with a channel is not to own it')
    assert.equal(await statusOf(moderator.as, moderator.channelId), 403, 'not to a third one')
    await quota(heir, 5)
    const reached = await accept(heir.as, heir.channelId)
    assert.deepEqual([reached.statusCode, reached.json().code], [413, 'quota_reached'])
    await quota(heir, -1)
    await server.ctx.db.updateTable('video').set({ isLive: true }).where('id', '=', video.id).execute()
    assert.equal(await statusOf(heir.as, heir.channelId), 400, 'a live that has begun')
    await server.ctx.db.updateTable('video').set({ isLive: false }).where('id', '=', video.id).execute()
    assert.equal(await statusOf(moderator.as, heir.channelId), 204, 'on behalf of the new owner')
    assert.equal((await json(`videos/${video.uuid}`)).account.name, heir.username)
  })
})

describe('a channel', () => {
  test('is offered and accepted with its videos and playlists; its other helpers stay', async () => {
    const [owner, heir, helper] = [await person(), await person(), await person()]
    const { id: channelId, handle } = await addChannel(owner)
    await collaborate(channelId, heir)
    await collaborate(channelId, helper)
    const video = await makeTestVideo(server.ctx, { owner: owner.username, channelId })
    const playlist = { displayName: 'In it', privacy: 1, videoChannelId: channelId }
    const playlistId = (await send('POST', 'video-playlists', owner.as, playlist)).json().videoPlaylist.id
    const id = await offerChannel(owner, handle, heir)
    for (const as of [owner.as, heir.as]) {
      const { total, data } = await json('video-channels/ownership', as)
      assert.deepEqual([total, data[0].id, data[0].videoChannel.name, data[0].video], [1, id, handle, undefined])
    }
    assert.equal((await json('video-channels/ownership', helper.as)).total, 0)
    assert.equal((await json('videos/ownership', heir.as)).total, 0)
    const ids = { ownershipId: id, kind: 'channel', videoId: null, channelId }
    const accounts = {
      ownerAccountId: owner.accountId,
      initiatorAccountId: owner.accountId,
      nextOwnerAccountId: heir.accountId,
    }
    assert.deepEqual(await told('ownership.requested', { ownershipId: id }), [{ ...ids, ...accounts }])

    assert.equal(await status('POST', `video-channels/ownership/${id}/accept`, heir.as), 204)
    assert.equal((await json(`video-channels/${handle}`)).ownerAccount.name, heir.username)
    assert.equal((await json(`videos/${video.uuid}`)).account.name, heir.username)
    assert.equal((await json(`video-playlists/${playlistId}`)).ownerAccount.name, heir.username)
    const { data } = await json(`video-channels/${handle}/collaborators`, heir.as)
    assert.deepEqual(
      data.map((one: any) => one.account.name),
      [helper.username],
    )
    assert.equal(await status('GET', `video-channels/${handle}/collaborators`, owner.as), 403)
    assert.deepEqual(await told('ownership.accepted', { ownershipId: id }), [{ ...ids, ...accounts }])
    assert.equal((await told('channel.updated', { channelId })).length, 1)
    assert.deepEqual((await actionsOf(handle, heir.as)).slice(0, 1), [13])
    assert.equal(await status('POST', `video-channels/ownership/${id}/accept`, heir.as), 400, 'not pending')
  })

  test('is refused, or withdrawn', async () => {
    const [owner, heir, other] = [await person(), await person(), await person()]
    const { handle } = await addChannel(owner)
    const path = `video-channels/ownership/${await offerChannel(owner, handle, heir)}`
    assert.equal(await status('POST', `${path}/refuse`), 401)
    for (const as of [owner.as, other.as]) assert.equal(await status('POST', `${path}/refuse`, as), 403)
    assert.equal(await status('POST', `${path}/refuse`, heir.as), 204)
    assert.equal(await status('POST', `${path}/refuse`, heir.as), 400)
    assert.equal(await status('DELETE', path, owner.as), 400)
    const again = `video-channels/ownership/${await offerChannel(owner, handle, heir)}`
    assert.equal(await status('DELETE', again), 401)
    for (const as of [heir.as, other.as]) assert.equal(await status('DELETE', again, as), 403)
    assert.equal(await status('DELETE', again, owner.as), 204)
    assert.equal(await status('DELETE', again, owner.as), 404)
    assert.deepEqual(await actionsOf(handle, owner.as), [16, 12, 14, 12])
  })

  test('who may offer it and see its offers; the channel comes before the fields', async () => {
    const [owner, other, helper, moderator] = [await person(), await person(), await person(), await person(1)]
    const { id, handle } = await addChannel(owner)
    await collaborate(id, helper)
    const path = `video-channels/${handle}`
    assert.equal(await status('POST', `${path}/give-ownership`, undefined, {}), 401)
    for (const { as } of [other, helper]) assert.equal(await status('POST', `${path}/give-ownership`, as, {}), 403)
    assert.equal(await status('POST', 'video-channels/nobody/give-ownership', owner.as, {}), 404)
    assert.equal(await status('POST', `${path}/give-ownership`, owner.as, {}), 400)
    for (const username of ['nobody', owner.username]) {
      assert.equal(await status('POST', `${path}/give-ownership`, owner.as, { username }), 400)
    }
    const to = { username: other.username }
    assert.equal(await status('POST', `${path}/give-ownership`, moderator.as, to), 204)
    assert.equal(await status('POST', `${path}/give-ownership`, owner.as, to), 400, 'pending')
    assert.equal(await status('GET', `${path}/ownership`), 401)
    assert.equal(await status('GET', `${path}/ownership?sort=id`, other.as), 403)
    for (const as of [owner.as, helper.as, moderator.as, root]) {
      const { total, data } = await json(`${path}/ownership`, as)
      assert.deepEqual([total, data[0].initiatorAccount.name], [1, moderator.username])
    }
    for (const query of ['sort=id', 'state=0', 'count=101']) {
      assert.equal(await status('GET', `${path}/ownership?${query}`, owner.as), 400)
    }
    assert.equal(await status('GET', 'video-channels/nobody/ownership', owner.as), 404)
    assert.equal(await status('GET', 'video-channels/ownership'), 401)
    assert.equal(await status('GET', 'video-channels/ownership?sort=id', owner.as), 400)
  })

  test('what an acceptance needs', async () => {
    const [owner, heir, moderator] = [await person(), await person(), await person(1)]
    const { id: channelId, handle } = await addChannel(owner)
    await makeTestVideo(server.ctx, { owner: owner.username, channelId })
    const id = await offerChannel(owner, handle, heir)
    const accept = (as?: string, of: number | string = id) => send('POST', `video-channels/ownership/${of}/accept`, as)
    assert.equal((await accept()).statusCode, 401)
    assert.equal((await accept(owner.as)).statusCode, 403)
    assert.equal((await accept(heir.as, 999_999)).statusCode, 404)
    assert.equal((await accept(heir.as, 'x')).statusCode, 400)
    await quota(heir, 5)
    const reached = await accept(heir.as)
    assert.deepEqual([reached.statusCode, reached.json().code], [413, 'quota_reached'])
    await quota(heir, -1)
    await send('DELETE', `video-channels/${owner.handle}`, owner.as)
    assert.equal((await accept(heir.as)).statusCode, 409, 'the last one')
    assert.equal((await json(`video-channels/${handle}`)).ownerAccount.name, owner.username)
    await addChannel(owner)
    assert.equal((await accept(moderator.as)).statusCode, 204, 'on behalf of the new owner')
    assert.equal((await json(`video-channels/${handle}`)).ownerAccount.name, heir.username)
  })

  test('requests about the other kind are not mixed up', async () => {
    const [owner, heir] = [await person(), await person()]
    const { handle } = await addChannel(owner)
    const video = await makeTestVideo(server.ctx, { owner: owner.username })
    const ofVideo = await offerVideo(owner, video.uuid, heir)
    const ofChannel = await offerChannel(owner, handle, heir)
    const body = { channelId: heir.channelId }
    assert.equal(await status('POST', `videos/ownership/${ofChannel}/accept`, heir.as, body), 400)
    assert.equal(await status('POST', `videos/ownership/${ofChannel}/refuse`, heir.as), 400)
    assert.equal(await status('DELETE', `videos/ownership/${ofChannel}`, owner.as), 400)
    assert.equal(await status('POST', `video-channels/ownership/${ofVideo}/accept`, heir.as), 400)
    assert.equal(await status('POST', `video-channels/ownership/${ofVideo}/refuse`, heir.as), 400)
    assert.equal(await status('DELETE', `video-channels/ownership/${ofVideo}`, owner.as), 400)
  })

  test('two acceptances at once, the answer and the withdrawal at once', async () => {
    const [owner, heir] = [await person(), await person()]
    const [one, two] = [await addChannel(owner), await addChannel(owner)]
    const id = await offerChannel(owner, one.handle, heir)
    const accept = () => status('POST', `video-channels/ownership/${id}/accept`, heir.as)
    assert.deepEqual((await Promise.all([accept(), accept()])).sort(), [204, 400])
    const second = await offerChannel(owner, two.handle, heir)
    const answers = await Promise.all([
      status('POST', `video-channels/ownership/${second}/refuse`, heir.as),
      status('DELETE', `video-channels/ownership/${second}`, owner.as),
    ])
    assert.equal(answers.filter((answer) => answer === 204).length, 1, String(answers))
  })
})
