import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { overviewPage } from './overview-page.ts'

describe('GET /overviews/videos', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
    for (const username of ['maria', 'paul', 'rare']) await addUser(server.ctx, username)
    for (let i = 0; i < 14; i++) {
      await makeTestVideo(server.ctx, { owner: 'maria', name: `Music ${i}`, category: 1, tags: ['loud'], nsfw: i >= 7 })
    }
    for (let i = 0; i < 6; i++) await makeTestVideo(server.ctx, { owner: 'paul', name: `Film ${i}`, category: 2 })
    await makeTestVideo(server.ctx, { owner: 'rare', name: 'Rare', category: 3, tags: ['seldom'] })
    // One more of each would be enough, but nobody may see it.
    await makeTestVideo(server.ctx, { owner: 'rare', name: 'Hidden', category: 3, tags: ['seldom'], privacy: 3 })
  })
  after(() => server.close())

  /** All pages that hold something, one after the other. */
  async function overview(as?: string) {
    const pages = await Promise.all(
      [1, 2, 3].map(async (page) => {
        const answer = await server.request({ url: `/api/v1/overviews/videos?page=${page}`, ...(as ? { as } : {}) })
        assert.equal(answer.statusCode, 200, answer.body)
        return answer.json()
      }),
    )
    const all = (part: string) => pages.flatMap((page) => page[part])
    return { pages, categories: all('categories'), channels: all('channels'), tags: all('tags') }
  }

  test('categories, channels and tags with two videos or more, each page one of each', async () => {
    const { pages, categories, channels, tags } = await overview()
    assert.deepEqual(new Set(categories.map((entry) => entry.category.label)), new Set(['Music', 'Films']))
    assert.deepEqual(new Set(channels.map((entry) => entry.channel.name)), new Set(['maria_channel', 'paul_channel']))
    assert.deepEqual(
      tags.map((entry) => entry.tag),
      ['loud'],
    )
    assert.deepEqual(
      pages.map((page) => page.categories.length),
      [1, 1, 0],
    )
    assert.deepEqual(
      pages.map((page) => page.channels.length),
      [1, 1, 0],
    )
    assert.deepEqual(pages[2], { categories: [], channels: [], tags: [] })
  })

  test('at most twelve videos, newest first', async () => {
    const { categories } = await overview()
    const music = categories.find((entry) => entry.category.id === 1)
    assert.deepEqual(
      music.videos.map((video: { name: string }) => video.name),
      Array.from({ length: 12 }, (_, i) => `Music ${13 - i}`),
    )
  })

  test('by the mutes and the choice about sensitive videos of who asks', async () => {
    await addUser(server.ctx, 'viewer')
    const token = await server.login('viewer', userPassword)
    await sql`UPDATE "user" SET "nsfwPolicy" = 'do_not_list' WHERE "username" = 'viewer'`.execute(server.ctx.db)
    const mine = await overview(token)
    assert.equal(mine.tags[0].videos.length, 7)
    await sql`INSERT INTO "accountBlocklist" ("accountId", "targetAccountId", "createdAt", "updatedAt")
      SELECT v."id", p."id", now(), now() FROM "account" v, "account" p WHERE v."name" = 'viewer' AND p."name" = 'paul'`.execute(
      server.ctx.db,
    )
    const muting = await overview(token)
    assert.deepEqual(
      muting.channels.map((entry) => entry.channel.name),
      ['maria_channel'],
    )
    assert.deepEqual(
      muting.categories.map((entry) => entry.category.id),
      [1],
    )
    assert.equal((await overview()).channels.length, 2)
  })

  for (const page of ['0', '21', 'x', '1.5']) {
    test(`400 for page=${page}`, async () => {
      const answer = await server.request({ url: `/api/v1/overviews/videos?page=${page}` })
      assert.equal(answer.statusCode, 400)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), ['page'])
    })
  }

  test('page 1 without a page, 401 for a bad token', async () => {
    const [without, first] = await Promise.all([
      server.request({ url: '/api/v1/overviews/videos' }),
      server.request({ url: '/api/v1/overviews/videos?page=1' }),
    ])
    assert.deepEqual(without.json(), first.json())
    assert.equal((await server.request({ url: '/api/v1/overviews/videos', as: 'wrong' })).statusCode, 401)
  })

  test('a sample counts for its time, and is drawn alike on another node', async () => {
    const clock = { now: () => new Date('2030-01-01T00:00:00Z') }
    const node = (more: object) => ({ ...server.ctx, ...more, clock }) as typeof server.ctx
    const first = await overviewPage(node({}), undefined, 1)
    await sql`UPDATE "video" SET "privacy" = 3 WHERE "name" LIKE 'Film%'`.execute(server.ctx.db)
    // The same sample, whose videos are looked up each time.
    const second = await overviewPage(node({}), undefined, 1)
    const names = ({ categories }: typeof first) => categories.map((entry) => entry.category.label)
    assert.deepEqual(
      names(second),
      names(first).filter((label) => label !== 'Films'),
    )
    await sql`UPDATE "video" SET "privacy" = 1 WHERE "name" LIKE 'Film%'`.execute(server.ctx.db)
    const elsewhere = await overviewPage(node({ db: server.ctx.db.withoutPlugins() }), undefined, 1)
    assert.deepEqual(names(elsewhere), names(first))
  })

  test('six videos are needed outside of test mode', async () => {
    for (let i = 0; i < 5; i++) await makeTestVideo(server.ctx, { owner: 'rare', name: `Few ${i}`, category: 4 })
    const labels = async (testMode: boolean) => {
      const node = { ...server.ctx, testMode, db: server.ctx.db.withoutPlugins() } as typeof server.ctx
      const pages = await Promise.all([1, 2, 3].map((page) => overviewPage(node, undefined, page)))
      return new Set(pages.flatMap(({ categories }) => categories.map(({ category }) => category.label)))
    }
    assert.deepEqual(await labels(true), new Set(['Music', 'Films', 'Art']))
    assert.deepEqual(await labels(false), new Set(['Music', 'Films']))
  })
})

describe('an empty server', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.close())

  test('has an empty overview', async () => {
    const answer = await server.request({ url: '/api/v1/overviews/videos' })
    assert.deepEqual(answer.json(), { categories: [], channels: [], tags: [] })
  })
})
