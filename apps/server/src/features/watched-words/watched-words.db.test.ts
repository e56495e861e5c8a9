import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { callsTo } from '#app/test-requests.ts'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addRemoteAccount } from '#features/accounts/testing/add-remote-actors.ts'
import { requireInstanceAccountId } from '#features/accounts/public.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { retagJob } from './retag/retag.job.ts'

const features = featuresUpTo('videos')
const words = '/api/v1/watched-words'
const tags = '/api/v1/automatic-tags'

describe('watched words and automatic tags', () => {
  let server: TestServer
  const tokens: Record<string, string> = {}

  before(async () => {
    server = await startTestServer({ features })
    Object.assign(tokens, await addPeople(server, { alice: 2, bob: 2, moderator: 1 }))
    await addRemoteAccount(server.ctx.db, { name: 'rita', displayName: 'Rita', host: 'remote.example' })
  })
  after(() => server.close())

  const call = callsTo(() => server, tokens, '')
  const bases = { account: `${words}/accounts/alice/lists`, server: `${words}/server/lists` }

  /** Runs the jobs that changes of lists left. */
  async function retag() {
    const jobs = await server.ctx.db
      .selectFrom('sepiola.job')
      .selectAll()
      .where('type', '=', 'automatic-tags-refresh')
      .where('state', '=', 'waiting')
      .orderBy('id')
      .execute()
    for (const { id, payload } of jobs) {
      const signal = new AbortController().signal
      await retagJob.run(server.ctx, { id, payload: payload as never, attempt: 1, signal, progress: () => {} })
      await server.ctx.db.deleteFrom('sepiola.job').where('id', '=', id).execute()
    }
  }

  for (const [kind, base] of Object.entries(bases)) {
    const owner = kind === 'account' ? 'alice' : 'moderator'

    test(`lists of the ${kind}: created, read, changed, deleted`, async () => {
      const first = await call('POST', base, owner, { listName: '  Spam ', words: ['cheap', 'watch'] })
      assert.equal(first.status, 200)
      const { id } = first.body.watchedWordsList
      await call('POST', base, owner, { listName: 'Another', words: ['x'] })
      const byName = await call('GET', `${base}?sort=listName`, owner)
      assert.deepEqual(
        byName.body.data.map((list: any) => [list.listName, list.words, list.subscriptionUrl]),
        [
          ['Another', ['x'], null],
          ['Spam', ['cheap', 'watch'], null],
        ],
      )
      assert.equal((await call('GET', `${base}?start=1&count=1`, owner)).body.data.length, 1)
      assert.equal(
        (await call('POST', base, owner, { listName: 'Spam', words: ['y'] })).status,
        400,
        'the name is taken',
      )
      assert.equal((await call('PUT', `${base}/${id}`, owner, { listName: 'Another' })).status, 400)
      assert.equal((await call('PUT', `${base}/${id}`, owner, { words: ['only'] })).status, 204)
      assert.equal((await call('PUT', `${base}/${id}`, owner, { listName: 'Renamed' })).status, 204)
      const [list] = (await call('GET', `${base}?sort=-updatedAt`, owner)).body.data
      assert.deepEqual([list.listName, list.words], ['Renamed', ['only']])
      assert.equal((await call('DELETE', `${base}/${id}`, owner)).status, 204)
      assert.equal((await call('DELETE', `${base}/${id}`, owner)).status, 404)
      assert.equal((await call('PUT', `${base}/${id}`, owner, { words: ['x'] })).status, 404)
    })

    test(`lists of the ${kind}: what is refused`, async () => {
      for (const body of [
        {},
        { listName: 'a' },
        { words: ['a'] },
        { listName: ' ', words: ['a'] },
        { listName: 'x'.repeat(101), words: ['a'] },
        { listName: 'a', words: [] },
        { listName: 'a', words: [''] },
        { listName: 'a', words: ['x'.repeat(101)] },
        { listName: 'a', words: Array.from({ length: 501 }, (_, i) => `w${i}`) },
      ]) {
        const { status, body: answer } = await call('POST', base, owner, body)
        assert.equal(status, 400, JSON.stringify(body))
        assert.ok(answer['invalid-params'])
      }
      assert.equal((await call('GET', `${base}?sort=words`, owner)).status, 400)
      assert.equal((await call('PUT', `${base}/1`, owner, { words: [] })).status, 400)
      assert.equal((await call('DELETE', `${base}/none`, owner)).status, 400)
      for (const [method, url] of [
        ['GET', base],
        ['POST', base],
        ['PUT', `${base}/1`],
        ['DELETE', `${base}/1`],
      ] as const) {
        const payload = method === 'GET' || method === 'DELETE' ? undefined : { listName: 'a', words: ['a'] }
        assert.equal((await call(method, url, undefined, payload)).status, 401, `${method} anonymous`)
        assert.equal((await call(method, url, 'bob', payload)).status, 403, `${method} bob`)
      }
    })
  }

  test('lists of others: moderators may, foreign lists are not found, remote accounts have none', async () => {
    const { body } = await call('POST', bases.account, 'moderator', { listName: 'By the moderator', words: ['a'] })
    const id = body.watchedWordsList.id
    assert.equal((await call('DELETE', `${words}/accounts/bob/lists/${id}`, 'bob')).status, 404)
    assert.equal((await call('PUT', `${words}/server/lists/${id}`, 'moderator', { words: ['b'] })).status, 404)
    assert.equal((await call('DELETE', `${bases.account}/${id}`, 'alice')).status, 204)
    assert.equal((await call('GET', `${words}/accounts/nobody/lists`, 'alice')).status, 404)
    assert.equal((await call('GET', `${words}/accounts/rita@remote.example/lists`, 'moderator')).status, 403)
  })

  test('available tags and policies', async () => {
    await call('POST', bases.account, 'alice', { listName: 'Rude', words: ['dumb'] })
    const available = await call('GET', `${tags}/accounts/alice/available`, 'alice')
    assert.deepEqual(available.body.available, [
      { name: 'external-link', type: 'core' },
      { name: 'Another', type: 'watched-words-list' },
      { name: 'Rude', type: 'watched-words-list' },
    ])
    assert.equal((await call('GET', `${tags}/accounts/alice/available`, 'bob')).status, 403)
    assert.equal((await call('GET', `${tags}/accounts/alice/available`)).status, 401)
    assert.equal((await call('GET', `${tags}/server/available`, 'bob')).status, 403)

    const own = `${tags}/policies/accounts/alice/comments`
    const instance = `${tags}/policies/server/videos`
    for (const [url, member, as] of [
      [own, 'review', 'alice'],
      [instance, 'autoBlock', 'moderator'],
    ] as const) {
      assert.deepEqual((await call('GET', url, as)).body, { [member]: [] })
      assert.equal((await call('PUT', url, as, { [member]: ['Another', 'external-link', 'Another'] })).status, 204)
      assert.deepEqual((await call('GET', url, as)).body, { [member]: ['Another', 'external-link'] })
      for (const wrong of [{ [member]: ['Unknown'] }, { [member]: 'Another' }, { [member]: [1] }, {}]) {
        assert.equal((await call('PUT', url, as, wrong)).status, 400, JSON.stringify(wrong))
      }
      assert.deepEqual((await call('GET', url, as)).body, { [member]: ['Another', 'external-link'] }, 'unchanged')
      assert.equal((await call('PUT', url, as, { [member]: [] })).status, 204)
      assert.equal((await call('GET', url, 'bob')).status, 403)
      assert.equal((await call('PUT', url, 'bob', { [member]: [] })).status, 403)
      assert.equal((await call('GET', url)).status, 401)
    }
  })

  test('a list that is renamed has the effects that it had', async () => {
    const policy = `${tags}/policies/accounts/alice/comments`
    const created = await call('POST', bases.account, 'alice', { listName: 'Old name', words: ['renamed'] })
    const { id } = created.body.watchedWordsList
    await call('PUT', policy, 'alice', { review: ['Old name', 'external-link'] })
    assert.equal((await call('PUT', `${bases.account}/${id}`, 'alice', { words: ['other'] })).status, 204)
    assert.deepEqual((await call('GET', policy, 'alice')).body, { review: ['Old name', 'external-link'] })
    assert.equal((await call('PUT', `${bases.account}/${id}`, 'alice', { listName: 'New name' })).status, 204)
    assert.deepEqual((await call('GET', policy, 'alice')).body, { review: ['New name', 'external-link'] })
    const { data } = (await call('GET', bases.account, 'alice')).body
    assert.deepEqual(data.find((list: any) => list.id === id).words, ['other'])
    await call('PUT', policy, 'alice', { review: [] })
    assert.equal((await call('DELETE', `${bases.account}/${id}`, 'alice')).status, 204)
  })

  test('a change of lists tags what is there already', async () => {
    const { ctx } = server
    const video = await makeTestVideo(ctx, { owner: 'alice', name: 'Really dumb', description: 'Nothing else' })
    const other = await makeTestVideo(ctx, { owner: 'bob', name: 'Harmless', description: 'https://elsewhere.example' })
    await sql`INSERT INTO "videoComment" ("url", "text", "heldForReview", "videoId", "accountId", "createdAt", "updatedAt")
      SELECT 'https://x.example/' || v || n, 'So dumb ' || n, false, v,
        (SELECT "id" FROM "account" WHERE "name" = 'bob'), now(), now()
      FROM unnest(ARRAY[${video.id}, ${other.id}]::int[]) v, generate_series(1, 700) n`.execute(ctx.db)
    await retag()
    const tagged = async () => {
      const { rows } = await sql<{ what: string; count: number }>`
        SELECT a."name" || ' ' || t."name" || ' ' || c."videoId" AS "what", count(*)::int AS "count"
          FROM "commentAutomaticTag" ct JOIN "automaticTag" t ON t."id" = ct."automaticTagId"
          JOIN "videoComment" c ON c."id" = ct."commentId" JOIN "account" a ON a."id" = ct."accountId"
         GROUP BY 1 ORDER BY 1`.execute(ctx.db)
      return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
    }
    assert.deepEqual(await tagged(), { [`alice Rude ${video.id}`]: 700 })

    const instance = (await call('POST', bases.server, 'moderator', { listName: 'Foul', words: ['DUMB'] })).body
    await retag()
    assert.deepEqual(await tagged(), {
      [`alice Rude ${video.id}`]: 700,
      [`peertube Foul ${video.id}`]: 700,
      [`peertube Foul ${other.id}`]: 700,
    })
    const accountId = await requireInstanceAccountId(ctx.db)
    const videoTags = await ctx.db
      .selectFrom('videoAutomaticTag as v')
      .innerJoin('automaticTag as t', 't.id', 'v.automaticTagId')
      .select(['v.videoId', 't.name'])
      .where('v.accountId', '=', accountId)
      .orderBy('v.videoId')
      .execute()
    assert.deepEqual(videoTags, [
      { videoId: video.id, name: 'Foul' },
      { videoId: other.id, name: 'external-link' },
    ])

    // Two changes at once: only the last one counts.
    await call('PUT', `${bases.server}/${instance.watchedWordsList.id}`, 'moderator', { words: ['7'] })
    await call('PUT', `${bases.server}/${instance.watchedWordsList.id}`, 'moderator', { words: ['700'] })
    await retag()
    assert.equal((await tagged())[`peertube Foul ${video.id}`], 1)
    await call('DELETE', `${bases.server}/${instance.watchedWordsList.id}`, 'moderator')
    await retag()
    assert.deepEqual(await tagged(), { [`alice Rude ${video.id}`]: 700 })
  })
})
