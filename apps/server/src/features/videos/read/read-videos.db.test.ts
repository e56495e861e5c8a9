import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPeople } from '../testing/add-people.ts'
import { makeTestVideo } from '../testing/make-test-video.ts'

const features = featuresUpTo('videos')

describe('reading a video', () => {
  let server: TestServer
  let owner: string
  let other: string

  before(async () => {
    server = await startTestServer({ features })
    ;({ owner, other } = await addPeople(server, { owner: 2, other: 2 }))
  })
  after(() => server.close())

  const get = (path: string, as?: string, headers: Record<string, string> = {}) =>
    server.request({ url: `/api/v1/videos/${path}`, headers, ...(as ? { as } : {}) })

  test('by number, UUID and short UUID, with all its parts', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner', description: 'd'.repeat(300), tags: ['a1', 'b2'] })
    for (const ref of [video.id, video.uuid, uuidToShort(video.uuid)]) {
      const answer = await get(String(ref))
      assert.equal(answer.statusCode, 200, answer.body)
      const details = answer.json()
      assert.equal(details.id, video.id)
      assert.equal(details.description.length, 300)
      assert.equal(details.truncatedDescription.length, 250)
      assert.deepEqual(details.tags, ['a1', 'b2'])
      assert.equal(details.channel.ownerAccount.name, 'owner')
      assert.equal(details.account.name, 'owner')
      assert.equal(details.files[0].resolution.label, '480p')
      const [playlist] = details.streamingPlaylists
      assert.match(playlist.playlistUrl, new RegExp(`/hls/${video.uuid}/${video.master}$`))
      assert.match(playlist.files[0].playlistUrl, /-480\.m3u8$/)
      assert.equal(details.commentsEnabled, true)
      assert.equal(details.blacklisted, false)
    }
    const description = await get(`${video.uuid}/description`)
    assert.deepEqual(description.json(), { description: 'd'.repeat(300) })
    const metadata = await get(`${video.uuid}/metadata/${video.fileIds.hls}`)
    assert.deepEqual(metadata.json(), { streams: [], format: { duration: 60 }, chapters: [] })
    assert.equal((await get(`${video.uuid}/metadata/999999`)).statusCode, 404)
    assert.equal((await get(`${video.uuid}/metadata/x`)).statusCode, 400)
  })

  test('what is no video', async () => {
    assert.equal((await get('nonsense')).statusCode, 400)
    assert.equal((await get('999999')).statusCode, 404)
    assert.equal((await get('99999999999')).statusCode, 400, 'no number of the database')
    assert.equal((await get('00000000-0000-4000-8000-00000000ffff')).statusCode, 404)
  })

  test('access is refused with the right status and code', async () => {
    const { ctx } = server
    const unlisted = await makeTestVideo(ctx, { owner: 'owner', privacy: 2 })
    assert.equal((await get(unlisted.uuid)).statusCode, 200)
    assert.equal((await get(String(unlisted.id))).statusCode, 401)
    assert.equal((await get(String(unlisted.id), other)).statusCode, 403)
    assert.equal((await get(String(unlisted.id), owner)).statusCode, 200)

    const locked = await makeTestVideo(ctx, { owner: 'owner', privacy: 5, videoPasswords: ['sesame'] })
    const password = (value: string) => ({ 'x-peertube-video-password': value })
    const without = await get(locked.uuid)
    assert.deepEqual([without.statusCode, without.json().code], [401, 'video_requires_password'])
    const signedIn = await get(locked.uuid, other)
    assert.deepEqual([signedIn.statusCode, signedIn.json().code], [403, 'video_requires_password'])
    const wrong = await get(locked.uuid, owner, password('wrong'))
    assert.deepEqual([wrong.statusCode, wrong.json().code], [403, 'incorrect_video_password'])
    assert.equal((await get(locked.uuid, undefined, password('sesame'))).statusCode, 200)

    for (const part of ['', '/description', '/chapters', '/storyboards', '/metadata/1']) {
      const hidden = await makeTestVideo(ctx, { owner: 'owner', privacy: 3 })
      assert.equal((await get(hidden.uuid + part)).statusCode, 401, part)
      assert.equal((await get(hidden.uuid + part, other)).statusCode, 403, part)
    }
  })

  test('a remote video that nobody here follows points to its origin', async () => {
    const { ctx } = server
    const video = await makeTestVideo(ctx, { owner: 'owner' })
    await ctx.db
      .updateTable('video')
      .set({ remote: true, url: 'https://far.example/videos/watch/1' })
      .where('id', '=', video.id)
      .execute()
    const answer = await get(video.uuid)
    assert.equal(answer.statusCode, 403)
    assert.equal(answer.json().code, 'does_not_respect_follow_constraints')
    assert.equal(answer.json().originUrl, 'https://far.example/videos/watch/1')
    assert.equal((await get(video.uuid, other)).statusCode, 200, 'users may look at remote videos')

    await sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
      SELECT 'accepted', me."id", t."id", now(), now() FROM "actor" me JOIN "account" i ON i."id" = me."accountId"
        AND i."applicationId" IS NOT NULL, "actor" t WHERE t."preferredUsername" = 'owner_channel'`.execute(ctx.db)
    assert.equal((await get(video.uuid)).statusCode, 200)
  })

  test('source and constants', async () => {
    const video = await makeTestVideo(server.ctx, {
      owner: 'owner',
      source: { inputFilename: 'in.mov', resolution: 480, width: 854, height: 480, fps: 30, size: 5, metadata: null },
    })
    const source = await get(`${video.uuid}/source`, owner)
    assert.equal(source.statusCode, 200, source.body)
    assert.deepEqual([source.json().inputFilename, source.json().filename], ['in.mov', 'in.mov'])
    assert.equal((await get(`${video.uuid}/source`, other)).statusCode, 403)
    assert.equal((await get(`${video.uuid}/source`)).statusCode, 401)
    const none = await makeTestVideo(server.ctx, { owner: 'owner' })
    assert.equal((await get(`${none.uuid}/source`, owner)).statusCode, 404)

    assert.equal((await get('categories')).json()['11'], 'News & Politics')
    assert.equal((await get('licences')).json()['9'], 'All Rights Reserved')
    assert.equal((await get('privacies')).json()['4'], 'Internal')
    assert.equal((await get('languages?scope=subtitle')).json().zxx, undefined)
    assert.equal((await get('languages?scope=all')).statusCode, 400)
  })
})
