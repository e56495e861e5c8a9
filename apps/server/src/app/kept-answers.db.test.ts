import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { accountsFeature } from '#features/accounts/feature.ts'
import { channelsFeature } from '#features/channels/feature.ts'
import { oembedFeature } from '#features/oembed/feature.ts'
import { playlistsFeature } from '#features/playlists/feature.ts'
import { authenticate } from '#features/sessions/public.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { buildHttp } from '#foundation/http/build-http.ts'
import { startTestServer, type TestServer } from './test-server.ts'

/** What the database tells, whoever wrote it: another node, a plugin, a person with psql. */
describe('public answers that are sent again until something changes', () => {
  let server: TestServer
  let app: FastifyInstance
  let video: TestVideo

  before(async () => {
    server = await startTestServer()
    const ctx = { ...server.ctx, testMode: false }
    const features = [accountsFeature, channelsFeature, playlistsFeature, oembedFeature]
    app = await buildHttp({ ctx, features, authenticate, checkAnswers: true })
    video = await makeTestVideo(server.ctx, { name: 'The film' })
    await sql`INSERT INTO "videoPlaylist" ("uuid", "url", "name", "privacy", "ownerAccountId", "videoChannelId", "createdAt", "updatedAt")
      SELECT '00000000-0000-4000-8000-00000000000a', 'https://p.example/1', 'Season', 1, c."accountId", c."id", now(), now()
        FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId" WHERE v."id" = ${video.id}`.execute(
      server.ctx.db,
    )
  })
  after(async () => {
    await app.close()
    await server.close()
  })

  const ask = async (url: string) => {
    const answer = await app.inject({ url })
    return { status: answer.statusCode, text: answer.body }
  }
  /** The answer is kept when the change comes. */
  async function assertHeard(url: string, change: () => Promise<unknown>, expected: string): Promise<void> {
    await ask(url)
    await change()
    const until = performance.now() + 10_000
    while (performance.now() < until) {
      const { text } = await ask(url)
      if (text.includes(expected)) return
      await sleep(20)
    }
    assert.fail(`${url} never showed ${expected}`)
  }
  const oembed = () =>
    `/services/oembed?url=${encodeURIComponent(`${server.ctx.origin.url}/w/${video.uuid}`)}&format=json`
  const playlist = '/api/v1/video-playlists/00000000-0000-4000-8000-00000000000a'
  const write = (statement: ReturnType<typeof sql>) => () => statement.execute(server.ctx.db)

  const changes: [string, string[], () => Promise<unknown>, string][] = [
    [
      'the name of an account',
      ['/api/v1/accounts/root', '/api/v1/accounts'],
      write(sql`UPDATE "account" SET "name" = 'Somebody else' WHERE "userId" IS NOT NULL`),
      'Somebody else',
    ],
    [
      'the description of a channel',
      ['/api/v1/video-channels/root_channel', '/api/v1/video-channels', '/api/v1/accounts/root/video-channels'],
      write(sql`UPDATE "videoChannel" SET "description" = 'About another thing'`),
      'About another thing',
    ],
    [
      'the name of a playlist',
      [playlist, '/api/v1/video-playlists?sort=-createdAt', '/api/v1/accounts/root/video-playlists'],
      write(sql`UPDATE "videoPlaylist" SET "name" = 'Second season'`),
      'Second season',
    ],
    ['the name of a video', [], write(sql`UPDATE "video" SET "name" = 'Another film'`), 'Another film'],
  ]
  for (const [name, urls, change, expected] of changes) {
    test(name, async () => {
      const asked = urls.length > 0 ? urls : [oembed()]
      for (const url of asked) assert.equal((await ask(url)).status, 200, url)
      for (const url of asked) await assertHeard(url, change, expected)
    })
  }

  test('a channel that is renamed by hand is found by its new name, and not by the old one', async () => {
    const rename = write(
      sql`UPDATE "actor" SET "preferredUsername" = 'renamed' WHERE "preferredUsername" = 'root_channel'`,
    )
    await assertHeard('/api/v1/video-channels/root_channel', rename, '"status":404')
    assert.equal((await ask('/api/v1/video-channels/renamed')).status, 200)
  })

  test('a playlist that becomes private, a video that becomes private', async () => {
    await assertHeard(playlist, write(sql`UPDATE "videoPlaylist" SET "privacy" = 3`), '"status":401')
    await assertHeard(oembed(), write(sql`UPDATE "video" SET "privacy" = 3`), '"status":403')
  })

  test('who is signed in gets what is true now', async () => {
    const token = await server.login()
    const get = async () =>
      (await app.inject({ url: playlist, headers: { authorization: `Bearer ${token}` } })).json().displayName
    await get()
    await sql`UPDATE "videoPlaylist" SET "name" = 'Third season'`.execute(server.ctx.db)
    assert.equal(await get(), 'Third season')
  })
})
