import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import type { Db } from '#foundation/db/database.ts'
import { seedRemoteVideos, vacuum } from '../testing/seed-remote-videos.sql.ts'
import { estimateTotal, estimateVideos } from './estimate-total.sql.ts'
import { resolveListFilters, type VideoListQuery } from './list-filters.ts'

const features = featuresUpTo('videos')

describe('videos of a tag', () => {
  let server: TestServer
  let db: Db

  before(async () => {
    server = await startTestServer({ features })
    db = server.ctx.db
    await seedRemoteVideos(db, { videos: 6000 })
    await vacuum(db)
  })
  after(() => server.close())

  const rowsOf = async (query: ReturnType<typeof sql<{ row: string }>>) =>
    (await query.execute(db)).rows.map(({ row }) => row)
  async function assertKept(): Promise<void> {
    const kept = sql<{ row: string }>`
      SELECT concat_ws(' ', "tagId", "videoId", "publishedAt") AS "row" FROM sepiola."taggedVideo" ORDER BY 1`
    const expected = sql<{ row: string }>`SELECT concat_ws(' ', t."tagId", t."videoId", v."publishedAt") AS "row"
      FROM "videoTag" t JOIN "video" v ON v."id" = t."videoId" ORDER BY 1`
    assert.deepEqual(await rowsOf(kept), await rowsOf(expected))
  }
  const list = async (tags: string, start = 0, count = 100) => {
    const answer = await server.request({ url: `/api/v1/videos?${tags}&start=${start}&count=${count}` })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<{ total: number; data: { id: number; publishedAt: string }[] }>()
  }
  /** Spec 03 §1.3: any of these, whatever their case. */
  const idsTagged = async (tags: string[]) => {
    const { rows } = await sql<{ id: number }>`
      SELECT v."id" FROM "video" v WHERE v."id" IN (SELECT vt."videoId" FROM "videoTag" vt JOIN "tag" t ON t."id" = vt."tagId"
        WHERE lower(t."name") = ANY(${tags}::text[])) ORDER BY v."publishedAt" DESC, v."id"`.execute(db)
    return rows.map(({ id }) => id)
  }

  test('the newest come first, once each, page by page, whatever the case of the tag', async () => {
    await sql`INSERT INTO "tag" ("name") VALUES ('River')`.execute(db)
    await sql`INSERT INTO "videoTag" SELECT v."id", t."id", now(), now() FROM "video" v, "tag" t
      WHERE t."name" = 'River' AND v."id" % 500 = 0`.execute(db)
    for (const tags of [['river'], ['river', 'mountain'], ['the', 'of', 'river']]) {
      const expected = await idsTagged(tags)
      assert.ok(expected.length > 40, `${expected.length} videos`)
      const query = tags.map((tag) => `tagsOneOf=${tag.toUpperCase()}`).join('&')
      for (const start of [0, 20, 30]) {
        const { total, data } = await list(query, start, 20)
        assert.equal(total, expected.length)
        assert.deepEqual(
          data.map(({ id }) => id),
          expected.slice(start, start + 20),
        )
      }
    }
    assert.deepEqual((await list('tagsOneOf=nobody-uses-it')).data, [])
  })

  test('other filters count as well', async () => {
    const { data } = await list('tagsOneOf=the&categoryOneOf=2&languageOneOf=en')
    const { rows } = await sql<{ id: number }>`
      SELECT v."id" FROM "video" v WHERE v."category" = 2 AND v."id" = ANY(${await idsTagged(['the'])}::int[])
        AND (v."language" = 'en' OR v."id" IN (SELECT "videoId" FROM "videoCaption" WHERE "language" = 'en'))
      ORDER BY v."publishedAt" DESC, v."id" LIMIT 100`.execute(db)
    assert.ok(data.length > 5)
    assert.deepEqual(
      data.map(({ id }) => id),
      rows.map(({ id }) => id),
    )
  })

  const steps: [string, () => Promise<unknown>][] = [
    ['as they were written', async () => {}],
    [
      'another date of publication',
      () => sql`UPDATE "video" SET "publishedAt" = "publishedAt" + interval '1 day' WHERE "id" % 3 = 0`.execute(db),
    ],
    ['tags taken away', () => sql`DELETE FROM "videoTag" WHERE "videoId" % 5 = 0`.execute(db)],
    [
      'a tag that becomes another',
      () =>
        sql`UPDATE "videoTag" SET "tagId" = (SELECT "id" FROM "tag" WHERE "name" = 'River')
          WHERE "tagId" = (SELECT "id" FROM "tag" WHERE "name" = 'mountain')
            AND "videoId" NOT IN (SELECT "videoId" FROM "videoTag" WHERE "tagId" = (SELECT "id" FROM "tag" WHERE "name" = 'River'))`.execute(
          db,
        ),
    ],
    ['deleted tags', () => sql`DELETE FROM "tag" WHERE "name" = 'garden'`.execute(db)],
    ['deleted videos', () => sql`DELETE FROM "video" WHERE "id" % 7 = 0`.execute(db)],
  ]
  for (const [name, change] of steps) {
    test(`their order is kept: ${name}`, async () => {
      await change()
      await assertKept()
    })
  }

  describe('estimated totals', () => {
    const moment = { now: new Date(), trendingSince: new Date(0), localHost: 'localhost' }
    const filtersOf = (query: Partial<VideoListQuery>) =>
      resolveListFilters(
        { start: 0, count: 15, sort: '-publishedAt', ...query },
        undefined,
        { followedOnly: true },
        { defaultPolicy: 'display', flagsEnabled: true },
      )
    const estimate = async (query: Partial<VideoListQuery>) =>
      estimateTotal(db, filtersOf(query), moment, await estimateVideos(db))
    const assertNear = (estimated: number | undefined, exact: number) =>
      assert.ok(Math.abs((estimated ?? 0) / exact - 1) < 0.2, `${estimated} for ${exact}`)

    test('are near the truth', async () => {
      await vacuum(db)
      assertNear(await estimate({}), (await list('')).total)
      assertNear(await estimate({ categoryOneOf: [1] }), (await list('categoryOneOf=1')).total)
      for (const tag of ['the', 'river', 'story']) {
        assertNear(await estimate({ tagsOneOf: [tag] }), (await list(`tagsOneOf=${tag}`)).total)
      }
      const both = await estimate({ tagsOneOf: ['the', 'of'] })
      assertNear(both, (await list('tagsOneOf=the&tagsOneOf=of')).total)
    })

    test('of few videos are none: these are counted', async () => {
      assert.equal(await estimate({ durationMin: 100_000 }), undefined)
      assert.equal(await estimate({ tagsOneOf: ['nobody-uses-it'] }), 0)
    })
  })
})
