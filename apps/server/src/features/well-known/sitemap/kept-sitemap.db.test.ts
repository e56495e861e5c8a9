import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { authenticate } from '#features/sessions/public.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { buildHttp } from '#foundation/http/build-http.ts'
import { wellKnownFeature } from '../feature.ts'

/** What the database tells, whoever wrote it: another node, a plugin, a person with psql. */
describe('the sitemap of a server that is not in test mode', () => {
  let server: TestServer
  let app: FastifyInstance
  before(async () => {
    server = await startTestServer({ settings: { rates_limit: { api: { max: 5000 } } } })
    const ctx = { ...server.ctx, testMode: false }
    app = await buildHttp({ ctx, features: [wellKnownFeature], authenticate, checkAnswers: true })
  })
  after(async () => {
    await app.close()
    await server.close()
  })

  const ask = (headers: Record<string, string> = {}) => app.inject({ url: '/sitemap.xml', headers })
  const names = async (video: TestVideo) => (await ask()).body.includes(`/w/${uuidToShort(video.uuid)}<`)

  async function assertBecomes(video: TestVideo, named: boolean): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      if ((await names(video)) === named) return
      await sleep(20)
    }
    assert.fail(named ? 'it never came' : 'it is still named')
  }

  const ends: [string, (video: TestVideo) => ReturnType<typeof sql>][] = [
    ['turns private', ({ id }) => sql`UPDATE "video" SET "privacy" = 3 WHERE "id" = ${id}`],
    ['is edited', ({ id }) => sql`UPDATE "video" SET "state" = 9 WHERE "id" = ${id}`],
    ['is deleted', ({ id }) => sql`DELETE FROM "video" WHERE "id" = ${id}`],
    [
      'is blocked',
      ({ id }) => sql`INSERT INTO "videoBlacklist" ("videoId", "unfederated", "type", "createdAt", "updatedAt")
        VALUES (${id}, false, 1, now(), now())`,
    ],
  ]
  for (const [event, write] of ends) {
    test(`a video that ${event} is not named any more`, async () => {
      await ask()
      const video = await makeTestVideo(server.ctx)
      await assertBecomes(video, true)
      await write(video).execute(server.ctx.db)
      await assertBecomes(video, false)
    })
  }

  test('it is not built anew for counters, and crawlers that have it are told so', async () => {
    const video = await makeTestVideo(server.ctx)
    await assertBecomes(video, true)
    await sleep(100)
    const first = await ask()
    assert.equal(first.headers['cache-control'], 'no-cache', 'caches on the way ask before they send it again')
    await sql`UPDATE "video" SET "views" = "views" + 1 WHERE "id" = ${video.id}`.execute(server.ctx.db)
    await sleep(100)
    const tag = String(first.headers['etag'])
    const again = await ask({ 'if-none-match': `"another", ${tag}` })
    assert.deepEqual([again.statusCode, again.body], [304, ''])
    const packed = await ask({ 'if-none-match': tag, 'accept-encoding': 'gzip' })
    assert.equal(packed.statusCode, 304)
    await sql`UPDATE "video" SET "privacy" = 2 WHERE "id" = ${video.id}`.execute(server.ctx.db)
    await assertBecomes(video, false)
    const changed = await ask({ 'if-none-match': tag })
    assert.equal(changed.statusCode, 200)
    assert.notEqual(changed.headers['etag'], tag)
  })
})
