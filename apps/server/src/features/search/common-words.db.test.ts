import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { seedRemoteVideos } from '#features/videos/testing/seed-remote-videos.sql.ts'
import { indexPendingVideos } from './index/index-videos.sql.ts'
import { renewPopularity } from './index/renew-popularity.sql.ts'

const features = featuresUpTo('search')

describe('words that hundreds of videos hold, among ids of a large server', () => {
  let server: TestServer

  before(async () => {
    server = await startTestServer({ features })
    const { db } = server.ctx
    await sql`SELECT setval(pg_get_serial_sequence('"video"', 'id'), 50000)`.execute(db)
    await seedRemoteVideos(db, { videos: 1500 })
    while ((await indexPendingVideos(db, 1000)) > 0);
  })
  after(() => server.close())

  const search = async (text: string, start = 0, more = '') => {
    const url = `/api/v1/search/videos?search=${text}&start=${start}&count=50${more}`
    const answer = await server.request({ url })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<{ total: number; data: { id: number; name: string; category: { id: number } }[] }>()
  }
  const titled = async (word: string) => {
    const { rows } = await sql<{ id: number }>`
      SELECT v."id" FROM "video" v WHERE lower(v."name") ~ ${`\\m${word}\\M`}`.execute(server.ctx.db)
    return rows.map(({ id }) => id)
  }

  test('the first pages hold titles with the word only, and there are enough', async () => {
    const all = await titled('the')
    assert.ok(all.length > 400, `${all.length} titles`)
    const { total, data } = await search('the')
    assert.equal(total, 1000)
    assert.equal(data.length, 50)
    assert.deepEqual(
      data.filter(({ id }) => !all.includes(id)),
      [],
    )
  })

  test('later pages go on where the first ones end, and repeat nothing', async () => {
    const seen: number[] = []
    for (let start = 0; start < 500; start += 50) seen.push(...(await search('the', start)).data.map(({ id }) => id))
    assert.equal(seen.length, 500)
    assert.equal(new Set(seen).size, 500)
  })

  test('a well-known video is on the first page, however old, until it is one no more', async () => {
    const { db } = server.ctx
    const oldest = Math.min(...(await titled('the')))
    const watch = async (views: number) => {
      await sql`UPDATE "video" SET "views" = ${views} WHERE "id" = ${oldest}`.execute(db)
      await renewPopularity(db)
      while ((await indexPendingVideos(db, 1000)) > 0);
      assert.equal(await renewPopularity(db), 0, 'nothing is read twice')
      return (await search('the')).data.map(({ id }) => id)
    }
    const unknown = await watch(0)
    assert.ok(!unknown.includes(oldest))
    const known = await watch(2_000_000_000)
    assert.ok(known.slice(0, 15).includes(oldest), `at ${known.indexOf(oldest)}`)
    assert.deepEqual(
      known.filter((id) => id !== oldest),
      unknown.slice(0, -1),
    )
    assert.deepEqual(await watch(0), unknown)
  })

  test('a filter that leaves few of them still finds them all', async () => {
    const all = await titled('the')
    const { rows } = await sql<{ id: number }>`
      SELECT v."id" FROM "video" v WHERE v."id" = ANY(${all}::int[]) AND v."category" = 15`.execute(server.ctx.db)
    assert.ok(rows.length > 2 && rows.length < 50, `${rows.length} videos`)
    const { total, data } = await search('the', 0, '&categoryOneOf=15')
    assert.ok(total >= rows.length && total < 1000, `${total}`)
    const found = new Set(data.map(({ id }) => id))
    assert.deepEqual(
      rows.filter(({ id }) => !found.has(id)),
      [],
    )
  })

  test('the newest first, also those that were published long after they were made', async () => {
    const { db } = server.ctx
    await sql`UPDATE "video" SET "name" = "name" || ' zebra' WHERE "id" % 2 = 0`.execute(db)
    while ((await indexPendingVideos(db, 1000)) > 0);
    const expected = async (at: string) => {
      const { rows } = await sql<{ id: number }>`
        SELECT "id" FROM "video" WHERE "id" % 2 = 0 ORDER BY "publishedAt" DESC, "id" LIMIT 50`.execute(db)
      assert.deepEqual(
        (await search('zebra', 0, '&sort=-publishedAt')).data.map(({ id }) => id),
        rows.map(({ id }) => id),
        at,
      )
    }
    await expected('as they came')
    await sql`UPDATE "video" SET "publishedAt" = "publishedAt" + interval '5 years' WHERE "id" % 50 = 0`.execute(db)
    await expected('some published later')
    await sql`UPDATE "video" SET "publishedAt" = timestamptz '2020-01-01Z' WHERE "id" % 3 = 0`.execute(db)
    await expected('some from long ago')
  })

  test('a rare word, and the beginning of one, find all that there is', async () => {
    const all = await titled('[a-z]*spring[a-z]*')
    assert.ok(all.length > 0)
    const found = new Set((await search('sprin')).data.map(({ id }) => id))
    assert.deepEqual(
      all.filter((id) => !found.has(id)),
      [],
    )
  })

  test('other forms of a word count in titles, and everywhere when few videos hold the word itself', async () => {
    const { db } = server.ctx
    const { rows } = await sql<{ id: number }>`SELECT "id" FROM "video" ORDER BY "id" LIMIT 130`.execute(db)
    const [titled, described, ...others] = rows.map(({ id }) => id)
    await sql`UPDATE "video" SET "name" = 'Quokkas' WHERE "id" = ${titled}`.execute(db)
    await sql`UPDATE "video" SET "description" = 'of quokkas' WHERE "id" = ${described}`.execute(db)
    const describe = async (ids: number[]) => {
      await sql`UPDATE "video" SET "description" = 'a quokka' WHERE "id" = ANY(${ids}::int[])`.execute(db)
      while ((await indexPendingVideos(db, 1000)) > 0);
      const pages = await Promise.all([0, 50, 100].map((start) => search('quokka', start)))
      return pages.flatMap(({ data }) => data.map(({ id }) => id))
    }
    const sorted = (ids: (number | undefined)[]) => ids.toSorted((a, b) => a! - b!)

    const few = await describe(others.slice(0, 20))
    assert.equal(few[0], titled)
    assert.deepEqual(sorted(few), sorted([titled, described, ...others.slice(0, 20)]))

    const many = await describe(others)
    assert.equal(many[0], titled)
    assert.deepEqual(sorted(many), sorted([titled, ...others]))
  })

  test('two words that many videos hold, but few hold both: titles first, then all the others', async () => {
    const { db } = server.ctx
    const { rows } = await sql<{ id: number }>`SELECT "id" FROM "video" ORDER BY "id" LIMIT 700`.execute(db)
    const ids = rows.map(({ id }) => id)
    const [titled, otherForms, ...described] = ids.slice(200, 330) as [number, number, ...number[]]
    await sql`UPDATE "video" SET "name" = 'Lagoon of the wombat' WHERE "id" = ${titled}`.execute(db)
    await sql`UPDATE "video" SET "name" = 'Wombats in lagoons' WHERE "id" = ${otherForms}`.execute(db)
    await sql`UPDATE "video" SET "description" = CASE WHEN "id" % 2 = 0 THEN 'a wombat' ELSE 'a lagoon' END
      WHERE "id" = ANY(${ids.slice(330)}::int[])`.execute(db)
    const found = async (withBoth: number[]) => {
      await sql`UPDATE "video" SET "description" = 'a wombat in its lagoon' WHERE "id" = ANY(${withBoth}::int[])`.execute(
        db,
      )
      while ((await indexPendingVideos(db, 1000)) > 0);
      const pages = await Promise.all([0, 50, 100].map((start) => search('wombat%20lagoon', start)))
      return pages.flatMap(({ data }) => data.map(({ id }) => id))
    }
    for (const some of [described.slice(0, 20), described]) {
      const [first, second, ...others] = await found(some)
      assert.deepEqual([first, second], [titled, otherForms])
      assert.deepEqual(
        others.toSorted((a, b) => a - b),
        some,
      )
    }
    const newest = await search('wombat%20lagoon', 0, '&sort=-publishedAt')
    const { rows: expected } = await sql<{ id: number }>`
      SELECT "id" FROM "video" WHERE "id" = ANY(${[titled, ...described]}::int[]) ORDER BY "publishedAt" DESC, "id" LIMIT 50`.execute(
      db,
    )
    assert.deepEqual(
      newest.data.map(({ id }) => id),
      expected.map(({ id }) => id),
    )
  })
})
