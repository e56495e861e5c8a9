import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPeople } from '../testing/add-people.ts'
import { makeTestVideo } from '../testing/make-test-video.ts'

interface Listed {
  name: string
  uuid: string
  [member: string]: unknown
}

const features = featuresUpTo('videos')

describe('lists of videos', () => {
  let server: TestServer
  const tokens: Record<string, string | undefined> = { anonymous: undefined }

  before(async () => {
    server = await startTestServer({ features })
    Object.assign(tokens, await addPeople(server, { owner: 2, other: 2, moderator: 1 }))
  })
  after(() => server.close())

  async function list(query: string, as?: string, path = '/api/v1/videos'): Promise<{ total: number; data: Listed[] }> {
    const answer = await server.request({ url: `${path}?${query}`, ...(as ? { as } : {}) })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }

  const names = (answer: { data: Listed[] }) => answer.data.map((video) => video.name)

  describe('what is listed, by privacy, state and viewer (spec 03 §1.3)', () => {
    const privacies = { public: 1, unlisted: 2, private: 3, internal: 4, password: 5 }
    const states = {
      published: { state: 1 },
      'being transcoded': { state: 2, waitTranscoding: false },
      'waiting for transcoding': { state: 2, waitTranscoding: true },
      'failed to transcode': { state: 7 },
    }
    const listed = (privacy: string, state: string, viewer: string) =>
      (privacy === 'public' || (privacy === 'internal' && viewer !== 'anonymous')) &&
      (state === 'published' || state === 'being transcoded')

    before(async () => {
      for (const [privacyName, privacy] of Object.entries(privacies)) {
        for (const [stateName, state] of Object.entries(states)) {
          await makeTestVideo(server.ctx, {
            owner: 'owner',
            name: `${privacyName} ${stateName}`,
            privacy,
            videoPasswords: privacy === 5 ? ['secret'] : [],
            tags: ['visibility'],
            ...state,
          })
        }
      }
      const blocked = await makeTestVideo(server.ctx, { owner: 'owner', name: 'blocked', tags: ['visibility'] })
      await sql`INSERT INTO "videoBlacklist" ("unfederated", "type", "videoId", "createdAt", "updatedAt")
        VALUES (false, 1, ${blocked.id}, now(), now())`.execute(server.ctx.db)
    })

    for (const viewer of ['anonymous', 'other', 'owner', 'moderator']) {
      test(`${viewer} sees what the rules allow and nothing else`, async () => {
        const expected: string[] = []
        for (const privacy of Object.keys(privacies)) {
          for (const state of Object.keys(states)) {
            if (listed(privacy, state, viewer)) expected.push(`${privacy} ${state}`)
          }
        }
        const query = 'tagsOneOf=visibility&count=100&sort=name'
        const answer = await list(query, tokens[viewer])
        assert.deepEqual(names(answer).sort(), expected.sort())
        assert.equal(answer.total, expected.length)
        const channelList = await list(query, tokens[viewer], '/api/v1/video-channels/owner_channel/videos')
        assert.deepEqual(names(channelList).sort(), expected.sort())
        const accountList = await list(query, tokens[viewer], '/api/v1/accounts/owner/videos')
        assert.deepEqual(names(accountList).sort(), expected.sort())
      })
    }

    test('a moderator sees everything on request, and why it is hidden', async () => {
      const all = await list(
        'tagsOneOf=visibility&count=100&include=3&privacyOneOf[]=1&privacyOneOf[]=3&sort=name',
        tokens.moderator,
      )
      assert.equal(all.total, 9)
      const blocked = all.data.find((video) => video.name === 'blocked')
      assert.equal(blocked?.blacklisted, true)
      assert.deepEqual(all.data.find((video) => video.name === 'public failed to transcode')?.state, {
        id: 7,
        label: 'Transcoding failed',
      })
      const published = await list('tagsOneOf=visibility&stateOneOf=7&count=100', tokens.moderator)
      assert.deepEqual(names(published).sort(), ['internal failed to transcode', 'public failed to transcode'])
    })

    test('others may not ask for it', async () => {
      for (const query of ['include=1', 'privacyOneOf=3', 'autoTagOneOf=x', 'stateOneOf=2']) {
        for (const as of [undefined, tokens.owner]) {
          const answer = await server.request({ url: `/api/v1/videos?${query}`, ...(as ? { as } : {}) })
          assert.equal(answer.statusCode, 401, query)
        }
      }
    })

    test('my own videos are all of mine', async () => {
      const own = await list('count=100&tagsOneOf=visibility', tokens.owner, '/api/v1/users/me/videos')
      assert.equal(own.total, 21)
      assert.equal(own.data[0]?.blacklisted, true)
      assert.deepEqual(own.data[0]?.tags, ['visibility'])
      const secret = await list('privacyOneOf=5&tagsOneOf=visibility', tokens.owner, '/api/v1/users/me/videos')
      assert.equal(secret.total, 4)
      const foreign = await list('count=100&tagsOneOf=visibility', tokens.other, '/api/v1/users/me/videos')
      assert.equal(foreign.total, 0)
    })

    test('a muted owner disappears, for the one who mutes', async () => {
      await sql`INSERT INTO "accountBlocklist" ("accountId", "targetAccountId", "createdAt", "updatedAt")
        SELECT o."id", t."id", now(), now() FROM "account" o JOIN "user" ou ON ou."id" = o."userId" AND ou."username" = 'other',
          "account" t JOIN "user" tu ON tu."id" = t."userId" AND tu."username" = 'owner'`.execute(server.ctx.db)
      assert.equal((await list('tagsOneOf=visibility', tokens.other)).total, 0)
      assert.equal((await list('tagsOneOf=visibility')).total, 2)
      await server.ctx.db.deleteFrom('accountBlocklist').execute()
    })
  })

  describe('filters and sorts', () => {
    before(async () => {
      const { ctx } = server
      const day = 86_400_000
      const rows = [
        { name: 'alpha river', tags: ['filters', 'Water'], category: 1, licence: 2, language: 'fr', duration: 10 },
        { name: 'Émile beta', tags: ['filters'], category: 2, licence: 1, language: null, duration: 30, nsfw: true },
        { name: 'gamma delta', tags: ['filters', 'Water', 'fire'], category: 1, language: 'en', duration: 20 },
      ]
      for (const [index, row] of rows.entries()) {
        const video = await makeTestVideo(ctx, { owner: 'other', licence: null, ...row })
        const publishedAt = new Date(Date.now() - (10 - index) * day)
        await ctx.db
          .updateTable('video')
          .set({ views: index === 1 ? 100 : index, likes: 3 - index, publishedAt })
          .where('id', '=', video.id)
          .execute()
      }
    })

    const sorted = async (sort: string, more = '') => names(await list(`tagsOneOf=filters&sort=${sort}${more}`))
    const [alpha, emile, gamma] = ['alpha river', 'Émile beta', 'gamma delta']

    test('sorts', async () => {
      assert.deepEqual(await sorted('-publishedAt'), [gamma, emile, alpha])
      assert.deepEqual(await sorted('publishedAt'), [alpha, emile, gamma])
      assert.deepEqual(await sorted('name'), [alpha, emile, gamma])
      assert.deepEqual(await sorted('-name'), [gamma, emile, alpha])
      assert.deepEqual(await sorted('-views'), [emile, gamma, alpha])
      assert.deepEqual(await sorted('-likes'), [alpha, emile, gamma])
      assert.deepEqual(await sorted('duration'), [alpha, gamma, emile])
      for (const sort of [
        '-hot',
        '-best',
        '-trending',
        '-comments',
        '-localVideoFilesSize',
        '-originallyPublishedAt',
      ]) {
        assert.equal((await sorted(sort)).length, 3, sort)
      }
    })

    test('a language is spoken or read', async () => {
      const { db } = server.ctx
      await sql`INSERT INTO "videoCaption" ("language", "filename", "automaticallyGenerated", "cached", "videoId", "createdAt", "updatedAt")
        SELECT l, v."name" || l, false, false, v."id", now(), now() FROM "video" v, unnest(ARRAY['en', 'fr']) l
        WHERE v."name" IN (${alpha}, ${emile})`.execute(db)
      const rules = '&languageOneOf='
      assert.deepEqual(await sorted('-publishedAt', `${rules}en`), [gamma, emile, alpha])
      assert.deepEqual(await sorted('-publishedAt', `${rules}fr`), [emile, alpha])
      assert.deepEqual(await sorted('-publishedAt', `${rules}fr${rules}en`), [gamma, emile, alpha])
      assert.deepEqual(await sorted('publishedAt', `${rules}fr`), [alpha, emile])
      assert.equal((await list(`tagsOneOf=filters${rules}en&count=1`)).total, 3)
      await db.deleteFrom('videoCaption').execute()
    })

    test('trending is the views of the last days, then the others; what I watched is less good', async () => {
      const { db } = server.ctx
      await sql`INSERT INTO "videoStat" ("startDate", "endDate", "views", "downloads", "videoId", "createdAt")
        SELECT now() - s.days * interval '1 day', now() - s.days * interval '1 day', s.views, 0, v."id", now()
        FROM "video" v JOIN (VALUES (${emile}, 1, 5), (${emile}, 2, 5), (${gamma}, 1, 7), (${alpha}, 30, 50)) s (name, days, views)
          ON s.name = v."name"`.execute(db)
      assert.deepEqual(await sorted('-trending'), [emile, gamma, alpha])
      assert.deepEqual(await sorted('trending'), [alpha, gamma, emile])
      assert.deepEqual(await sorted('-trending', '&start=1&count=1'), [gamma])

      const best = async (as: string) => names(await list('tagsOneOf=filters&sort=-best', tokens[as]))
      const [first, ...others] = await best('moderator')
      assert.deepEqual(await sorted('-hot'), [first, ...others], 'equal while nothing was watched')
      await sql`INSERT INTO "userVideoHistory" ("currentTime", "userId", "videoId", "createdAt", "updatedAt")
        SELECT 1, u."id", v."id", now(), now() FROM "video" v, "user" u
        WHERE v."name" = ${first} AND u."username" = 'moderator'`.execute(db)
      assert.deepEqual(await best('moderator'), [...others, first])
      assert.deepEqual(await best('other'), [first, ...others])
      await db.deleteFrom('userVideoHistory').execute()
      await db.deleteFrom('videoStat').execute()
    })

    const filtered: [query: string, expected: (string | undefined)[]][] = [
      ['categoryOneOf=1', [gamma, alpha]],
      ['categoryOneOf=1&categoryOneOf=2', [gamma, emile, alpha]],
      ['licenceOneOf[]=2', [alpha]],
      ['languageOneOf=fr', [alpha]],
      ['languageOneOf=_unknown', [emile]],
      ['languageOneOf=_unknown&languageOneOf=en', [gamma, emile]],
      ['tagsAllOf=water&tagsAllOf=FIRE', [gamma]],
      ['nsfw=true', [emile]],
      ['nsfw=false', [gamma, alpha]],
      ['nsfw=both', [gamma, emile, alpha]],
      ['isLive=true', []],
      ['isLocal=false', []],
      ['hasHLSFiles=true&hasWebVideoFiles=1', [gamma, emile, alpha]],
      ['hasWebVideoFiles=false', []],
      ['search=emile', [emile]],
      ['search=RIVER', [alpha]],
      ['search=100%25', []],
      ['search=fire', [gamma]],
      ['start=1&count=1', [emile]],
      ['count=0', []],
    ]
    for (const [query, expected] of filtered) {
      test(query, async () => {
        assert.deepEqual(names(await list(`tagsOneOf=filters&${query}`)), expected)
      })
    }

    test('the total counts all pages, unless it is not wanted', async () => {
      assert.equal((await list('tagsOneOf=filters&count=1')).total, 3)
      assert.equal((await list('tagsOneOf=filters&count=0')).total, 3)
      assert.equal('total' in (await list('tagsOneOf=filters&skipCount=true')), false)
    })

    test('watched videos can be left out', async () => {
      const { data } = await list('tagsOneOf=filters')
      await sql`INSERT INTO "userVideoHistory" ("currentTime", "videoId", "userId", "createdAt", "updatedAt")
        SELECT 5, ${data[0]!.id}::int, "id", now(), now() FROM "user" WHERE "username" = 'owner'`.execute(server.ctx.db)
      assert.deepEqual(names(await list('tagsOneOf=filters&excludeAlreadyWatched=true', tokens.owner)), [emile, alpha])
      assert.deepEqual((await list('tagsOneOf=filters', tokens.owner)).data[0]?.userHistory, { currentTime: 5 })
      const anonymous = await server.request({ url: '/api/v1/videos?excludeAlreadyWatched=true' })
      assert.equal(anonymous.statusCode, 400)
    })

    test('what cannot be asked is refused', async () => {
      const status = async (query: string) => (await server.request({ url: `/api/v1/videos?${query}` })).statusCode
      assert.equal(await status('sort=colour'), 400)
      assert.equal(await status('count=101'), 400)
      assert.equal(await status('categoryOneOf=x'), 400)
      assert.equal(await status('filter=local'), 400)
      assert.equal(await status('nsfwFlagsIncluded=3&nsfwFlagsExcluded=1'), 400)
      assert.equal((await server.request({ url: '/api/v1/accounts/nobody/videos?count=x' })).statusCode, 404)
      assert.equal((await server.request({ url: '/api/v1/video-channels/nobody/videos?count=x' })).statusCode, 404)
    })
  })
})
