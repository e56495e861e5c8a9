import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { features } from '#app/features.ts'
import { formOf, requestsTo } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addRemoteChannel } from '#features/accounts/testing/add-remote-actors.ts'
import { addCollaborator } from '#features/channels/testing/add-collaborator.ts'
import { channelDeleted, channelUpdated } from '#features/channels/channels.events.ts'
import { addPerson, type Person } from '#features/videos/testing/add-people.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { videoUpdated } from '#features/videos/videos.events.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { defineFeature } from '#foundation/feature.ts'

let server: TestServer
let root: string
const heard: [string, any][] = []
const listen = (event: any, name: string) =>
  subscribe<any>(event, `test/on-${name}`, async (_ctx, payload) => void heard.push([name, payload]))

before(async () => {
  const probe = defineFeature({
    name: 'probe',
    subscriptions: [
      listen(channelUpdated, 'updated'),
      listen(channelDeleted, 'deleted'),
      listen(videoUpdated, 'video-updated'),
    ],
  })
  const unlimited = { max: 1_000_000 }
  server = await startTestServer({
    settings: { rates_limit: { api: unlimited, login: unlimited } },
    features: [...features, probe],
    worker: true,
  })
  root = await server.login()
})
after(() => server.close())

async function until(met: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await met()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  assert.fail(`never: ${what}`)
}
const told = (name: string, of: object) =>
  until(
    () => heard.some(([n, p]) => n === name && Object.entries(of).every(([k, v]) => p[k] === v)),
    `${name} ${JSON.stringify(of)}`,
  )

const { send, status, json } = requestsTo(() => server)

let made = 0
const person = (role = 2) => addPerson(server, `keeper${++made}`, role)

async function addChannel(owner: Person, name: string): Promise<number> {
  const answer = await send('POST', 'video-channels', owner.as, { name, displayName: `The ${name}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().videoChannel.id
}

/** Accepted; with `state` 1 only invited. */
const collaborate = (channelId: number, { accountId }: Person, state = 2) =>
  addCollaborator(server.ctx.db, { channelId, accountId, state })

async function auditOf(kind: string, id: number): Promise<any[]> {
  await server.ctx.audit.written()
  const lines: any[] = await json('server/audit-logs?startDate=2020-01-01', root)
  return lines.filter((line) => line[`${kind}-id`] === id)
}

const pick = (kind: 'avatar' | 'banner', handle: string, content: Buffer | undefined, as?: string) =>
  server.request({
    method: 'POST',
    url: `/api/v1/video-channels/${handle}/${kind}/pick`,
    ...(as ? { as } : {}),
    payload: content ? formOf({}, { [`${kind}file`]: ['picture.png', content] }) : formOf({ other: 'x' }),
  })
const picture = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#2a6f97' } })
    .png()
    .toBuffer()

async function addFarChannel(): Promise<string> {
  const name = `far${++made}`
  const host = `${name}.example`
  await addRemoteChannel(server.ctx.db, { name, host })
  return `${name}@${host}`
}

describe('PUT /video-channels/{handle}', () => {
  test('changes what is sent and leaves the rest; null clears', async () => {
    const owner = await person()
    const all = { displayName: 'New name', description: 'What it is', support: 'Pay me' }
    assert.equal(await status('PUT', `video-channels/${owner.handle}`, owner.as, all), 204)
    const changed = await json(`video-channels/${owner.handle}`)
    assert.deepEqual([changed.displayName, changed.description, changed.support], Object.values(all))
    assert.equal(changed.name, owner.handle)
    assert.ok(changed.updatedAt > changed.createdAt)
    assert.equal(await status('PUT', `video-channels/${owner.handle}`, owner.as, { description: null }), 204)
    const cleared = await json(`video-channels/${owner.handle}`)
    assert.deepEqual([cleared.displayName, cleared.description, cleared.support], ['New name', null, 'Pay me'])
    assert.equal(await status('PUT', `video-channels/${owner.handle}`, owner.as), 204)
    await told('updated', { channelId: owner.channelId })
    const [, line] = await auditOf('channel', owner.channelId)
    assert.deepEqual([line.domain, line.action, line.user], ['channels', 'update', owner.username])
  })

  test('bad fields', async () => {
    const owner = await person()
    const bad = {
      displayName: ['', 'x'.repeat(121), null],
      description: ['ab', 'x'.repeat(1001), 5],
      support: ['ab', 'x'.repeat(1001)],
      publicEmail: ['no address'],
      bulkVideosSupportUpdate: ['perhaps'],
    }
    for (const [field, values] of Object.entries(bad)) {
      for (const value of values) {
        const answer = await send('PUT', `video-channels/${owner.handle}`, owner.as, { [field]: value })
        assert.equal(answer.statusCode, 400, `${field} ${String(value).slice(0, 9)}`)
        assert.ok(answer.json()['invalid-params'][field], field)
      }
    }
    assert.equal((await json(`video-channels/${owner.handle}`)).displayName, `Main ${owner.username} channel`)
  })

  test('who may: owner, accepted collaborators, moderators, administrators; the channel comes before the fields', async () => {
    const [owner, other, invited, helper, moderator] = [
      await person(),
      await person(),
      await person(),
      await person(),
      await person(1),
    ]
    await collaborate(owner.channelId, invited, 1)
    await collaborate(owner.channelId, helper)
    const path = `video-channels/${owner.handle}`
    assert.equal(await status('PUT', path, undefined, {}), 401)
    for (const { as } of [other, invited]) assert.equal(await status('PUT', path, as, { displayName: '' }), 403)
    for (const as of [helper.as, moderator.as, root]) assert.equal(await status('PUT', path, as, {}), 204)
    assert.equal(await status('PUT', 'video-channels/nobody', owner.as, { displayName: '' }), 404)
    assert.equal(await status('PUT', `video-channels/${await addFarChannel()}`, root, { displayName: '' }), 403)
  })

  test('the support text reaches the videos only when asked for and changed', async () => {
    const owner = await person()
    const video = await makeTestVideo(server.ctx, { owner: owner.username, support: 'Its own' })
    const path = `video-channels/${owner.handle}`
    const support = async () => (await json(`videos/${video.uuid}`)).support
    await send('PUT', path, owner.as, { support: 'For the channel' })
    assert.equal(await support(), 'Its own')
    await send('PUT', path, owner.as, { support: 'For the channel', bulkVideosSupportUpdate: true })
    assert.equal(await support(), 'Its own', 'it did not change')
    await send('PUT', path, owner.as, { support: 'For all', bulkVideosSupportUpdate: true })
    assert.equal(await support(), 'For all')
    await told('video-updated', { videoId: video.id })
  })
})

describe('avatar and banner of a channel', () => {
  test('are picked, replaced and removed', async () => {
    const owner = await person()
    const avatar = await pick('avatar', owner.handle, await picture(), owner.as)
    assert.equal(avatar.statusCode, 200, avatar.body)
    assert.deepEqual(
      avatar.json().avatars.map((image: any) => image.width),
      [1500, 600, 120, 48],
    )
    const banner = await pick('banner', owner.handle, await picture(), owner.as)
    assert.deepEqual(
      banner.json().banners.map((image: any) => [image.width, image.height]),
      [
        [1920, 317],
        [600, 100],
      ],
    )
    const { path } = banner.json().banners[0]
    assert.equal((await server.request({ url: path })).statusCode, 200)
    const shown = await json(`video-channels/${owner.handle}`)
    assert.deepEqual([shown.avatars.length, shown.banners.length], [4, 2])
    await told('updated', { channelId: owner.channelId })
    assert.equal(await status('DELETE', `video-channels/${owner.handle}/avatar`, owner.as), 204)
    assert.equal(await status('DELETE', `video-channels/${owner.handle}/banner`, owner.as), 204)
    const bare = await json(`video-channels/${owner.handle}`)
    assert.deepEqual([bare.avatars, bare.banners], [[], []])
    await until(async () => !(await server.ctx.storage.stat('avatars', path.split('/').at(-1)!)), 'the file goes')
    const activities = (await json(`video-channels/${owner.handle}/activities`, owner.as)).data
    assert.deepEqual(
      activities.map((line: any) => [line.action.label, line.targetType.label]),
      Array.from({ length: 4 }, () => ['Update', 'Channel']),
    )
  })

  test('what is no picture, and who may not', async () => {
    const [owner, other, helper] = [await person(), await person(), await person()]
    await collaborate(owner.channelId, helper)
    for (const kind of ['avatar', 'banner'] as const) {
      assert.equal((await pick(kind, owner.handle, await picture())).statusCode, 401)
      assert.equal((await pick(kind, owner.handle, await picture(), other.as)).statusCode, 403)
      assert.equal((await pick(kind, 'nobody', await picture(), owner.as)).statusCode, 404)
      const missing = await pick(kind, owner.handle, undefined, owner.as)
      assert.equal(missing.statusCode, 400)
      assert.ok(missing.json()['invalid-params'][`${kind}file`])
      assert.equal((await pick(kind, owner.handle, Buffer.from('text'), owner.as)).statusCode, 400)
      assert.equal((await pick(kind, owner.handle, await picture(), helper.as)).statusCode, 200)
      const path = `video-channels/${owner.handle}/${kind}`
      assert.equal(await status('DELETE', path), 401)
      assert.equal(await status('DELETE', path, other.as), 403)
      assert.equal(await status('DELETE', path, helper.as), 204)
    }
  })
})

describe('DELETE /video-channels/{handle}', () => {
  test('takes videos, files and subscriptions along; playlists survive; the name stays reserved', async () => {
    const [owner, fan] = [await person(), await person()]
    const { ctx } = server
    const channelId = await addChannel(owner, 'doomed')
    const kept = await makeTestVideo(ctx, { owner: owner.username })
    const video = await makeTestVideo(ctx, { owner: owner.username, channelId })
    await pick('avatar', 'doomed', await picture(), owner.as)
    const playlist = (
      await send('POST', 'video-playlists', owner.as, { displayName: 'List', privacy: 1, videoChannelId: channelId })
    ).json().videoPlaylist
    await send('POST', 'users/me/subscriptions', fan.as, { uri: `doomed@${ctx.origin.host}` })
    const following = async () => (await json(`accounts/${fan.username}`)).followingCount
    await until(async () => (await following()) === 1, 'subscribed')

    assert.equal(await status('DELETE', 'video-channels/doomed', owner.as), 204)

    assert.equal(await status('GET', 'video-channels/doomed'), 404)
    assert.equal(await status('GET', `videos/${video.uuid}`), 404)
    assert.equal(await status('GET', `videos/${kept.uuid}`), 200)
    await until(async () => !(await ctx.storage.stat('web_videos', video.webVideo)), 'the file of the video goes')
    assert.equal(await following(), 0)
    assert.equal((await json('users/me/subscriptions', fan.as)).total, 0)
    const survivor = await json(`video-playlists/${playlist.id}`, owner.as)
    assert.deepEqual([survivor.privacy.id, survivor.videoChannel, survivor.videoChannelPosition], [3, null, null])
    assert.equal(await status('GET', `video-playlists/${playlist.id}`), 401)
    assert.equal(await status('POST', 'video-channels', owner.as, { name: 'doomed', displayName: 'Again' }), 409)
    await told('deleted', { channelId, name: 'doomed', accountId: owner.accountId })
    const line = (await auditOf('channel', channelId)).find((entry) => entry.action === 'delete')
    assert.equal(line['channel-name'], 'doomed')
  })

  test('who may: the owner and moderators, no collaborator', async () => {
    const [owner, other, helper, moderator] = [await person(), await person(), await person(), await person(1)]
    const channelId = await addChannel(owner, 'guarded')
    await collaborate(channelId, helper)
    assert.equal(await status('DELETE', 'video-channels/guarded'), 401)
    for (const { as } of [other, helper]) assert.equal(await status('DELETE', 'video-channels/guarded', as), 403)
    assert.equal(await status('DELETE', 'video-channels/nobody', owner.as), 404)
    assert.equal(await status('DELETE', `video-channels/${await addFarChannel()}`, root), 403)
    assert.equal(await status('DELETE', 'video-channels/guarded', moderator.as), 204)
  })

  test('409 for the last channel, also when two are deleted at once', async () => {
    const owner = await person()
    const video = await makeTestVideo(server.ctx, { owner: owner.username })
    assert.equal(await status('DELETE', `video-channels/${owner.handle}`, owner.as), 409)
    assert.equal(await status('GET', `videos/${video.uuid}`), 200)
    await addChannel(owner, 'twin')
    const answers = await Promise.all([
      status('DELETE', `video-channels/${owner.handle}`, owner.as),
      status('DELETE', 'video-channels/twin', owner.as),
    ])
    assert.deepEqual(answers.sort(), [204, 409])
    assert.equal((await json(`accounts/${owner.username}/video-channels`)).total, 1)
  })

  test('plugins hear of channels', async () => {
    const owner = await person()
    const calls: [string, number][] = []
    for (const name of ['created', 'updated', 'deleted'] as const) {
      server.ctx.hooks.on(`action:api.video-channel.${name}`, async ({ videoChannel }: any) => {
        calls.push([name, videoChannel.id])
      })
    }
    const id = await addChannel(owner, 'hooked')
    await send('PUT', 'video-channels/hooked', owner.as, { displayName: 'Hooked' })
    await send('DELETE', 'video-channels/hooked', owner.as)
    assert.deepEqual(calls, [
      ['created', id],
      ['updated', id],
      ['deleted', id],
    ])
  })
})
