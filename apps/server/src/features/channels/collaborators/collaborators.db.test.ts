import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { features } from '#app/features.ts'
import { requestsTo } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addRemoteAccount } from '#features/accounts/testing/add-remote-actors.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { defineFeature } from '#foundation/feature.ts'
import { collaboratorAccepted, collaboratorInvited, collaboratorRejected } from '../channels.events.ts'

let server: TestServer
let root: string

before(async () => {
  const unlimited = { max: 1_000_000 }
  const events = [collaboratorInvited, collaboratorAccepted, collaboratorRejected]
  const probe = defineFeature({
    name: 'probe',
    subscriptions: events.map((event) => subscribe(event, `test/${event.name}`, async () => {})),
  })
  server = await startTestServer({
    settings: {
      rates_limit: { api: unlimited, login: unlimited },
      video_channels: { max_collaborators_per_channel: 3 },
    },
    features: [...features, probe],
  })
  root = await server.login()
})
after(() => server.close())

const { send, status, json } = requestsTo(() => server)

let count = 0
async function person(role = 2) {
  const made = await addPerson(server, `helper${++count}`, role)
  return { ...made, base: `video-channels/${made.handle}/collaborators` }
}
type Person = Awaited<ReturnType<typeof person>>

async function invite(owner: Person, invited: Person): Promise<number> {
  const answer = await send('POST', `${owner.base}/invite`, owner.as, { accountHandle: invited.username })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().collaborator.id
}

async function accepted(owner: Person, helper: Person): Promise<number> {
  const id = await invite(owner, helper)
  assert.equal(await status('POST', `${owner.base}/${id}/accept`, helper.as), 204)
  return id
}

/** Payloads of an event, from the job rows of its follower. */
async function told(name: string): Promise<any[]> {
  const { rows } = await sql<{ payload: any }>`
    SELECT payload FROM sepiola.job WHERE type = ${`test/${name}`} ORDER BY id DESC`.execute(server.ctx.db)
  return rows.map((row) => row.payload)
}

describe('invitations', () => {
  test('who is invited sees them until they are answered or withdrawn, and nobody else does', async () => {
    const [owner, other, helper] = [await person(), await person(), await person()]
    const mine = async (as = helper.as) => (await json('users/me/video-channel-invitations', as)).data
    assert.deepEqual(await mine(), [])
    const ids = [await invite(owner, helper), await invite(other, helper)]
    const [newest, first] = await mine()
    assert.deepEqual([newest.id, first.id], ids.toReversed())
    assert.equal(first.channel.name, owner.handle)
    assert.equal(first.ownerAccount.name, owner.username)
    assert.deepEqual(await mine(owner.as), [])
    assert.equal(await status('POST', `${owner.base}/${ids[0]}/accept`, helper.as), 204)
    assert.deepEqual(
      (await mine()).map(({ id }: { id: number }) => id),
      [ids[1]],
    )
    assert.equal(await status('DELETE', `${other.base}/${ids[1]}`, other.as), 204)
    assert.deepEqual(await mine(), [])
    assert.equal(await status('GET', 'users/me/video-channel-invitations'), 401)
  })

  test('are made, accepted and listed; both sides are told', async () => {
    const [owner, helper] = [await person(), await person()]
    const handle = `${helper.username}@${server.ctx.origin.host}`
    const answer = await send('POST', `${owner.base}/invite`, owner.as, { accountHandle: handle })
    assert.equal(answer.statusCode, 200, answer.body)
    const { collaborator } = answer.json()
    assert.deepEqual(collaborator.state, { id: 1, label: 'Pending' })
    assert.equal(collaborator.account.name, helper.username)
    const ids = { collaboratorId: collaborator.id, channelId: owner.channelId, accountId: helper.accountId }
    assert.deepEqual((await told('channel.collaborator-invited'))[0], ids)
    assert.equal(await status('GET', owner.base, helper.as), 403, 'not before it is accepted')

    assert.equal(await status('POST', `${owner.base}/${collaborator.id}/accept`, helper.as), 204)
    assert.deepEqual((await told('channel.collaborator-accepted'))[0], ids)
    for (const as of [owner.as, helper.as, root]) {
      const { total, data } = await json(owner.base, as)
      assert.deepEqual([total, data[0].id, data[0].state.label], [1, collaborator.id, 'Accepted'])
    }
    const me = await json('users/me', helper.as)
    assert.deepEqual(
      me.videoChannelCollaborations.map((channel: any) => channel.name),
      [owner.handle],
    )
    assert.equal(await status('POST', `${owner.base}/${collaborator.id}/accept`, helper.as), 400, 'not pending')
    assert.equal(await status('POST', `${owner.base}/${collaborator.id}/reject`, helper.as), 400, 'not pending')
  })

  test('are declined; declined ones are not listed and may be made again', async () => {
    const [owner, helper] = [await person(), await person()]
    const id = await invite(owner, helper)
    assert.equal(await status('POST', `${owner.base}/${id}/reject`, helper.as), 204)
    assert.deepEqual((await told('channel.collaborator-rejected'))[0].collaboratorId, id)
    assert.deepEqual(await json(owner.base, owner.as), { total: 0, data: [] })
    assert.equal(await status('GET', owner.base, helper.as), 403)
    assert.notEqual(await invite(owner, helper), id)
  })

  test('what is refused', async () => {
    const [owner, helper, other, moderator] = [await person(), await person(), await person(), await person(1)]
    const path = `${owner.base}/invite`
    const to = (accountHandle: unknown) => ({ accountHandle })
    assert.equal(await status('POST', path, undefined, to(helper.username)), 401)
    assert.equal(await status('POST', path, other.as, to('')), 403)
    assert.equal(await status('POST', 'video-channels/nobody/collaborators/invite', owner.as, {}), 404)
    for (const handle of [undefined, '', 5, null]) {
      const answer = await send('POST', path, owner.as, to(handle))
      assert.equal(answer.statusCode, 400)
      assert.ok(answer.json()['invalid-params'].accountHandle)
    }
    assert.equal(await status('POST', path, owner.as, to('nobody')), 404)
    assert.equal(await status('POST', path, owner.as, to(owner.username)), 400)
    assert.equal(await status('POST', path, moderator.as, to(owner.username)), 400, 'the owner, by a moderator')
    await invite(owner, helper)
    assert.equal(await status('POST', path, owner.as, to(helper.username)), 409)
    assert.equal(await status('POST', path, moderator.as, to(other.username)), 200)
    assert.equal(await status('POST', path, owner.as, to(moderator.username)), 200)
    assert.equal(await status('POST', path, owner.as, to((await person()).username)), 400, 'too many')
  })

  test('a remote account is refused', async () => {
    const owner = await person()
    await addRemoteAccount(server.ctx.db, { name: 'far', host: 'far.example' })
    const payload = { accountHandle: 'far@far.example' }
    assert.equal(await status('POST', `${owner.base}/invite`, owner.as, payload), 403)
  })

  test('all are listed where a channel may have more than fit on a page', async () => {
    const owner = await person()
    const { db, settings } = server.ctx
    await sql`WITH a AS (INSERT INTO "account" ("name", "createdAt", "updatedAt")
        SELECT 'Helper ' || i, now(), now() FROM generate_series(1, 120) i RETURNING "id"),
      act AS (INSERT INTO "actor" ("type", "preferredUsername", "url", "followersCount", "followingCount", "inboxUrl",
          "accountId", "createdAt", "updatedAt")
        SELECT 'Person', 'many_' || "id", 'https://x.example/' || "id", 0, 0, 'i', "id", now(), now() FROM a)
      INSERT INTO "videoChannelCollaborator" ("state", "accountId", "channelId", "createdAt", "updatedAt")
      SELECT 2, "id", ${owner.channelId}, now(), now() FROM a`.execute(db)
    assert.equal((await json(owner.base, owner.as)).total, 100)
    await settings.override({ video_channels: { max_collaborators_per_channel: 120 } })
    const list = await json(owner.base, owner.as)
    await settings.clearOverride()
    assert.deepEqual([list.total, list.data.length], [120, 120])
  })

  test('two at the same moment are one', async () => {
    const [owner, helper] = [await person(), await person()]
    const once = () => status('POST', `${owner.base}/invite`, owner.as, { accountHandle: helper.username })
    assert.deepEqual((await Promise.all([once(), once()])).sort(), [200, 409])
  })

  test('only who was invited answers', async () => {
    const [owner, helper, other] = [await person(), await person(), await person()]
    const id = await invite(owner, helper)
    for (const answer of ['accept', 'reject']) {
      assert.equal(await status('POST', `${owner.base}/${id}/${answer}`), 401)
      for (const as of [owner.as, other.as, root]) {
        assert.equal(await status('POST', `${owner.base}/${id}/${answer}`, as), 400)
      }
      assert.equal(await status('POST', `${owner.base}/999999/${answer}`, helper.as), 404)
      assert.equal(await status('POST', `${owner.base}/x/${answer}`, helper.as), 400)
      assert.equal(await status('POST', `${other.base}/${id}/${answer}`, helper.as), 404, 'of another channel')
      assert.equal(await status('POST', `video-channels/nobody/collaborators/${id}/${answer}`, helper.as), 404)
    }
  })

  test('are withdrawn by the owner; a collaborator leaves, who was only invited declines instead', async () => {
    const [owner, helper, second, other] = [await person(), await person(), await person(), await person()]
    const pending = await invite(owner, helper)
    assert.equal(await status('DELETE', `${owner.base}/${pending}`), 401)
    for (const as of [helper.as, other.as]) assert.equal(await status('DELETE', `${owner.base}/${pending}`, as), 403)
    assert.equal(await status('DELETE', `${owner.base}/${pending}`, owner.as), 204)
    assert.equal(await status('DELETE', `${owner.base}/${pending}`, owner.as), 404)
    const [first, another] = [await accepted(owner, helper), await accepted(owner, second)]
    assert.equal(await status('DELETE', `${owner.base}/${another}`, helper.as), 403)
    assert.equal(await status('DELETE', `${owner.base}/${first}`, helper.as), 204)
    assert.equal(await status('DELETE', `${owner.base}/${another}`, root), 204)
    assert.equal(await status('GET', owner.base, helper.as), 403)
  })
})

describe('what a collaborator may do', () => {
  let owner: Person
  let helper: Person
  let id: number
  const attributes = (channelId: number) => ({
    ...{ name: 'By a helper', channelId, filename: 'a.mp4', privacy: 1 },
  })
  const upload = (as: string, channelId: number) =>
    server.request({
      method: 'POST',
      url: '/api/v1/videos/upload-resumable',
      as,
      headers: { 'x-upload-content-length': '1000', 'x-upload-content-type': 'video/mp4' },
      payload: attributes(channelId),
    })

  before(async () => {
    ;[owner, helper] = [await person(), await person()]
    id = await accepted(owner, helper)
  })

  test('videos: read private ones, edit, chapters, upload, delete; the owner’s quota counts', async () => {
    const video = await makeTestVideo(server.ctx, { owner: owner.username, privacy: 3 })
    const path = `videos/${video.uuid}`
    assert.equal(await status('GET', path, helper.as), 200)
    assert.equal(await status('PUT', path, helper.as, { name: 'A better name' }), 204)
    assert.equal(await status('PUT', `${path}/chapters`, helper.as, { chapters: [{ timecode: 1, title: 'One' }] }), 204)
    assert.equal(await status('GET', `${path}/source`, helper.as), 404, 'there is none')
    assert.equal(await status('PUT', path, helper.as, { channelId: helper.channelId }), 204)
    assert.equal(await status('PUT', path, owner.as, { name: 'No longer mine' }), 403)
    assert.equal(await status('PUT', path, helper.as, { channelId: owner.channelId }), 204)
    assert.equal((await upload(helper.as, owner.channelId)).statusCode, 201)
    await server.ctx.db.updateTable('user').set({ videoQuota: 500 }).where('id', '=', owner.userId).execute()
    const refused = await upload(helper.as, owner.channelId)
    assert.deepEqual([refused.statusCode, refused.json().code], [413, 'quota_reached'])
    await server.ctx.db.updateTable('user').set({ videoQuota: -1 }).where('id', '=', owner.userId).execute()
    assert.equal(await status('DELETE', path, helper.as), 204)
  })

  test('lists hold the channel’s videos, comments, playlists and followers when asked for', async () => {
    const video = await makeTestVideo(server.ctx, { owner: owner.username, privacy: 3 })
    const names = async (path: string) => (await json(path, helper.as)).data.map((item: any) => item.id)
    assert.ok(!(await names('users/me/videos')).includes(video.id))
    assert.deepEqual(await names('users/me/videos?includeCollaborations=true'), [video.id])
    assert.deepEqual(await names(`users/me/videos?channelId=${owner.channelId}&includeCollaborations=true`), [video.id])
    const shown = await makeTestVideo(server.ctx, { owner: owner.username })
    const thread = await send('POST', `videos/${shown.uuid}/comment-threads`, root, { text: 'Nice' })
    assert.equal(thread.statusCode, 200)
    const comment = thread.json().comment.id
    assert.deepEqual(await names('users/me/videos/comments?sort=createdAt'), [])
    assert.deepEqual(await names('users/me/videos/comments?sort=createdAt&includeCollaborations=true'), [comment])
    assert.equal(await status('DELETE', `videos/${shown.uuid}/comments/${comment}`, helper.as), 204)
    const playlist = { displayName: 'Together', privacy: 1, videoChannelId: owner.channelId }
    const created = await send('POST', 'video-playlists', helper.as, playlist)
    assert.equal(created.statusCode, 200, created.body)
    const { id: playlistId } = created.json().videoPlaylist
    assert.equal((await json(`video-playlists/${playlistId}`)).ownerAccount.name, owner.username)
    assert.equal(await status('POST', `video-playlists/${playlistId}/videos`, helper.as, { videoId: shown.id }), 200)
    const lists = `accounts/${helper.username}/video-playlists`
    assert.ok(!(await names(lists)).includes(playlistId))
    assert.ok((await names(`${lists}?includeCollaborations=true`)).includes(playlistId))
    assert.equal(await status('GET', `video-channels/${owner.handle}/followers`, helper.as), 200)
  })

  test('the activities tell who did what, newest first', async () => {
    const path = `video-channels/${owner.handle}/activities`
    const { total, data } = await json(path, helper.as)
    assert.equal(total, data.length)
    const last = data[0]
    assert.deepEqual(
      [last.account.name, last.action.label, last.targetType.label, last.playlist.name],
      [helper.username, 'Update elements', 'Playlist', 'Together'],
    )
    assert.deepEqual([last.video, last.videoImport, last.channelSync, last.targetAccount], [null, null, null, null])
    const deleted = data.find((line: any) => line.action.id === 3)
    assert.deepEqual([deleted.targetType.id, deleted.video.name], [1, 'A better name'], 'as it was')
    assert.ok(deleted.video.id > 0 && deleted.video.shortUUID.length === 22)
    assert.deepEqual(
      [data.some((line: any) => line.action.id === 10), data.some((l: any) => l.action.id === 11)],
      [true, true],
    )
    const oldest = (await json(`${path}?sort=createdAt&count=1`, owner.as)).data[0]
    assert.equal(oldest.action.label, 'Create')
    for (const query of ['sort=id', 'count=101', 'start=-1'])
      assert.equal(await status('GET', `${path}?${query}`, owner.as), 400)
    assert.equal(await status('GET', path), 401)
    assert.equal(await status('GET', path, (await person()).as), 403)
    assert.equal(await status('GET', 'video-channels/nobody/activities', owner.as), 404)
    assert.equal(await status('GET', path, (await person(1)).as), 200)
  })

  test('not: delete the channel, invite, give it away', async () => {
    const other = await person()
    assert.equal(await status('DELETE', `video-channels/${owner.handle}`, helper.as), 403)
    assert.equal(await status('POST', `${owner.base}/invite`, helper.as, { accountHandle: other.username }), 403)
    const give = `video-channels/${owner.handle}/give-ownership`
    assert.equal(await status('POST', give, helper.as, { username: other.username }), 403)
  })

  test('nothing once they have left', async () => {
    const video = await makeTestVideo(server.ctx, { owner: owner.username, privacy: 3 })
    assert.equal(await status('DELETE', `${owner.base}/${id}`, helper.as), 204)
    assert.equal(await status('GET', `videos/${video.uuid}`, helper.as), 403)
    assert.equal(await status('PUT', `videos/${video.uuid}`, helper.as, { name: 'Again' }), 403)
    assert.equal((await upload(helper.as, owner.channelId)).statusCode, 403)
    assert.deepEqual((await json('users/me/videos?includeCollaborations=true', helper.as)).data, [])
  })
})
