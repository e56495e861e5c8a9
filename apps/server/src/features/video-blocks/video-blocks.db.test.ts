import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { callsTo } from '#app/test-requests.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { videoBlocked, videoUnblocked } from './video-blocks.events.ts'

const follower = {
  name: 'follower',
  subscriptions: [
    subscribe(videoBlocked, 'follower/on-video-blocked', async () => {}),
    subscribe(videoUnblocked, 'follower/on-video-unblocked', async () => {}),
  ],
}
const features = [...featuresUpTo('video-blocks'), follower]

describe('blocks of videos', () => {
  let server: TestServer
  let video: TestVideo
  const tokens: Record<string, string> = {}

  before(async () => {
    server = await startTestServer({ features })
    Object.assign(tokens, await addPeople(server, { owner: 2, other: 2, moderator: 1 }))
  })
  after(() => server.close())
  beforeEach(async () => {
    await server.ctx.db.deleteFrom('video').execute()
    await server.ctx.db.deleteFrom('sepiola.job').execute()
    video = await makeTestVideo(server.ctx, { owner: 'owner', name: 'A film' })
  })

  const call = callsTo(() => server, tokens)
  const blocks = async (query = '') => (await call('GET', `/videos/blacklist?${query}`, 'moderator')).body
  const events = async () => {
    const jobs = await server.ctx.db
      .selectFrom('sepiola.job')
      .select(['type', 'payload'])
      .where('type', 'like', 'follower/%')
      .orderBy('id')
      .execute()
    return jobs.map(({ type, payload }) => [type.slice('follower/on-video-'.length), (payload as any).type])
  }

  test('a moderator blocks, edits and unblocks a video', async () => {
    const url = `/videos/${video.uuid}/blacklist`
    assert.equal((await call('POST', url, 'moderator', { reason: 'Not ours', internalNote: 'Ask Ann' })).status, 204)
    const [block] = (await blocks()).data
    assert.deepEqual(
      [block.reason, block.internalNote, block.unfederated, block.type, block.video.uuid, block.name, block.videoId],
      ['Not ours', 'Ask Ann', false, 1, video.uuid, 'A film', video.id],
    )
    for (const [as, status] of [
      [undefined, 401],
      ['other', 403],
      ['owner', 200],
      ['moderator', 200],
    ] as const) {
      assert.equal((await call('GET', `/videos/${video.uuid}`, as)).status, status, `details as ${as}`)
    }
    assert.equal((await call('GET', '/videos')).body.total, 0)
    const [own] = (await call('GET', '/users/me/videos', 'owner')).body.data
    assert.deepEqual([own.blacklisted, own.blacklistedReason], [true, 'Not ours'])

    assert.equal((await call('PUT', url, 'moderator', { reason: null })).status, 204)
    const [edited] = (await blocks()).data
    assert.deepEqual([edited.reason, edited.internalNote], [null, 'Ask Ann'])
    await call('PUT', url, 'moderator', { internalNote: null })
    assert.equal((await blocks()).data[0].internalNote, null)

    assert.equal((await call('DELETE', url, 'moderator')).status, 204)
    assert.equal((await call('GET', '/videos')).body.total, 1)
    assert.deepEqual(await events(), [
      ['blocked', 1],
      ['unblocked', 1],
    ])
  })

  test('who may not, and what is refused', async () => {
    const url = `/videos/${video.uuid}/blacklist`
    for (const [method, path] of [
      ['POST', url],
      ['PUT', url],
      ['DELETE', url],
      ['GET', '/videos/blacklist'],
    ] as const) {
      const payload = method === 'POST' || method === 'PUT' ? {} : undefined
      assert.equal((await call(method, path, undefined, payload)).status, 401, method)
      assert.equal((await call(method, path, 'owner', payload)).status, 403, method)
    }
    for (const wrong of [
      { reason: 'x' },
      { reason: 'x'.repeat(301) },
      { internalNote: 'x' },
      { unfederate: 'maybe' },
    ]) {
      assert.equal((await call('POST', url, 'moderator', wrong)).status, 400, JSON.stringify(wrong))
    }
    assert.equal((await call('PUT', url, 'moderator', { reason: 'A reason' })).status, 404, 'not blocked')
    assert.equal((await call('DELETE', url, 'moderator')).status, 404, 'not blocked')
    const unknown = '/videos/00000000-0000-4000-8000-000000000000/blacklist'
    assert.equal((await call('POST', unknown, 'moderator', {})).status, 404)
    assert.equal((await call('POST', '/videos/nothing/blacklist', 'moderator', {})).status, 400)
    for (const query of ['type=4', 'search=', 'sort=reason', 'count=101']) {
      assert.equal((await call('GET', `/videos/blacklist?${query}`, 'moderator')).status, 400, query)
    }
    assert.equal((await call('POST', url, 'moderator')).status, 204, 'no body is needed')
    assert.equal((await call('POST', url, 'moderator', {})).status, 409, 'a second time')
    assert.equal((await blocks()).total, 1)

    await sql`UPDATE "video" SET "remote" = true`.execute(server.ctx.db)
    await call('DELETE', url, 'moderator')
    assert.equal((await call('POST', url, 'moderator', { unfederate: true })).status, 409, 'a remote one')
    assert.equal((await call('POST', url, 'moderator', { unfederate: false })).status, 204)
  })

  test('the list: type, search, sort, pages', async () => {
    const second = await makeTestVideo(server.ctx, { owner: 'owner', name: 'Beta', duration: 10 })
    const third = await makeTestVideo(server.ctx, { owner: 'owner', name: 'gamma 100%', duration: 99 })
    for (const { uuid } of [second, video, third]) await call('POST', `/videos/${uuid}/blacklist`, 'moderator', {})
    await sql`UPDATE "videoBlacklist" SET "type" = 2 WHERE "videoId" = ${second.id}`.execute(server.ctx.db)
    const names = async (query: string) => (await blocks(query)).data.map((block: any) => block.name)
    assert.deepEqual(await names('sort=name'), ['A film', 'Beta', 'gamma 100%'])
    assert.deepEqual(await names('sort=-duration'), ['gamma 100%', 'A film', 'Beta'])
    assert.deepEqual(await names(''), ['gamma 100%', 'A film', 'Beta'])
    assert.deepEqual(await names('sort=id&start=1&count=1'), ['A film'])
    assert.deepEqual(await names('type=2'), ['Beta'])
    const found = await blocks('search=100%25')
    assert.deepEqual([found.total, found.data[0].name], [1, 'gamma 100%'], 'the total follows the search')
  })

  test('the instance blocks new videos of users, but not of those it trusts', async (t) => {
    const { of_users } = server.ctx.settings.current.auto_blacklist.videos
    of_users.enabled = true
    t.after(() => (of_users.enabled = false))
    const blockOf = async (id: number) => (await blocks()).data.find((block: any) => block.videoId === id)
    const held = await makeTestVideo(server.ctx, { owner: 'owner' })
    const block = await blockOf(held.id)
    assert.deepEqual([block.type, block.unfederated], [2, true])
    assert.match(block.reason, /^Blocked automatically/)
    assert.equal(await blockOf((await makeTestVideo(server.ctx, { owner: 'moderator' })).id), undefined)
    await sql`UPDATE "user" SET "adminFlags" = 1 WHERE "username" = 'other'`.execute(server.ctx.db)
    assert.equal(await blockOf((await makeTestVideo(server.ctx, { owner: 'other' })).id), undefined)
    assert.equal((await call('PUT', `/videos/${video.uuid}`, 'owner', { name: 'New name' })).status, 204)
    assert.equal(await blockOf(video.id), undefined, 'not for a new name')
    await call('DELETE', `/videos/${held.uuid}/blacklist`, 'moderator')
    assert.deepEqual(await events(), [
      ['blocked', 2],
      ['unblocked', 2],
    ])
  })

  test('tells why in the language of the owner, else of the instance', async (t) => {
    const { auto_blacklist, instance } = server.ctx.settings.current
    const before = instance.default_language
    auto_blacklist.videos.of_users.enabled = true
    t.after(() => {
      auto_blacklist.videos.of_users.enabled = false
      instance.default_language = before
    })
    const reasonOf = async (id: number) => (await blocks()).data.find((block: any) => block.videoId === id).reason
    const speaks = (language: string | null) =>
      server.ctx.db.updateTable('user').set({ language }).where('username', '=', 'owner').execute()
    await speaks('fr-FR')
    assert.match(await reasonOf((await makeTestVideo(server.ctx, { owner: 'owner' })).id), /^Bloquée automatiquement/)
    await speaks('tok')
    assert.match(await reasonOf((await makeTestVideo(server.ctx, { owner: 'owner' })).id), /^Blocked automatically/)
    await speaks(null)
    instance.default_language = 'fr'
    assert.match(await reasonOf((await makeTestVideo(server.ctx, { owner: 'owner' })).id), /^Bloquée automatiquement/)
  })

  test('plugins decide in the end', async (t) => {
    const asked: unknown[] = []
    t.after(
      server.ctx.hooks.on('filter:video.auto-blacklist.result', (_blocked, { user, isNew, isRemote }) => {
        asked.push([user.username, isNew, isRemote])
        return true
      }),
    )
    const held = await makeTestVideo(server.ctx, { owner: 'moderator' })
    assert.equal((await blocks()).data[0].videoId, held.id)
    assert.deepEqual(asked, [['moderator', true, false]])
  })

  test('videos are tagged, and blocked for their tags', async () => {
    await call('POST', '/watched-words/server/lists', 'moderator', { listName: 'Gambling', words: ['casino'] })
    await call('PUT', '/automatic-tags/policies/server/videos', 'moderator', { autoBlock: ['Gambling'] })
    const tagsOf = async (uuid: string) => {
      const { body } = await call('GET', '/videos?include=66', 'moderator')
      return body.data.find((listed: any) => listed.uuid === uuid).automaticTags
    }
    const bad = await makeTestVideo(server.ctx, { owner: 'owner', description: 'My Casino: https://casino.example' })
    assert.deepEqual((await tagsOf(bad.uuid)).toSorted(), ['Gambling', 'external-link'])
    assert.equal((await blocks('type=3')).data[0].videoId, bad.id)
    const trusted = await makeTestVideo(server.ctx, { owner: 'moderator', name: 'casino' })
    assert.deepEqual(await tagsOf(trusted.uuid), ['Gambling'])
    assert.equal((await blocks()).total, 1)

    assert.deepEqual(await tagsOf(video.uuid), [])
    await call('PUT', `/videos/${video.uuid}`, 'owner', { name: 'Now a casino' })
    assert.equal((await blocks('sort=-id')).data[0].videoId, video.id)
    await call('PUT', `/videos/${video.uuid}`, 'owner', { name: 'A film again' })
    assert.deepEqual(await tagsOf(video.uuid), [])
    assert.equal((await blocks()).total, 2, 'a moderator lifts it')
  })
})
