import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addRemoteChannel } from '#features/accounts/testing/add-remote-actors.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { deleteFollow, upsertFollow } from './follow.sql.ts'
import { subscriptionCreated, subscriptionDeleted, subscriptionRequested } from './subscriptions.events.ts'

const listener = {
  name: 'listener',
  subscriptions: [
    subscribe(subscriptionCreated, 'listener/created', async () => {}),
    subscribe(subscriptionRequested, 'listener/requested', async () => {}),
    subscribe(subscriptionDeleted, 'listener/deleted', async () => {}),
  ],
}
const features = [...featuresUpTo('subscriptions'), listener]

describe('subscriptions', () => {
  let server: TestServer
  let host: string
  const tokens: Record<string, string> = {}

  const login = async (name: string, role = 2) => {
    const person = await addPerson(server, name, role)
    tokens[name] = person.as
    return person
  }

  before(async () => {
    server = await startTestServer({ features, settings: { rates_limit: { login: { max: 1000 } } } })
    host = server.ctx.origin.host
    for (const name of ['reader', 'ann', 'bob', 'cleo']) await login(name)
    await login('moderator', 1)
    await addRemoteChannel(server.ctx.db, { name: 'far', displayName: 'Far channel', host: 'far.example' })
  })
  after(() => server.close())

  type Method = 'GET' | 'POST' | 'DELETE'
  const ask = (path: string, as = 'reader', method: Method = 'GET', payload?: object) =>
    server.request({
      method,
      url: `/api/v1/users/me/subscriptions${path}`,
      ...(payload && { payload }),
      ...(as ? { as: tokens[as]! } : {}),
    })
  const follow = (uri: unknown, as = 'reader') => ask('', as, 'POST', { uri })
  const local = (name: string) => `${name}_channel@${host}`
  const names = async (query = '', as = 'reader') => {
    const answer = await ask(`?${query}`, as)
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json().data.map((channel: { name: string }) => channel.name)
  }
  const told = async (type: string) => {
    const { rows } = await sql<{ payload: Record<string, unknown> }>`
      SELECT payload FROM sepiola.job WHERE type = ${`listener/${type}`} ORDER BY id`.execute(server.ctx.db)
    return rows.map((row) => row.payload)
  }
  const followersCount = async (name: string) => {
    const answer = await server.request({ url: `/api/v1/video-channels/${name}_channel` })
    return answer.json().followersCount
  }

  test('a channel of this server is followed at once, counted once', async () => {
    await login('once')
    assert.equal((await follow(local('ann'), 'once')).statusCode, 204)
    assert.equal((await follow(local('ann'), 'once')).statusCode, 204)
    await Promise.all([follow(local('bob'), 'once'), follow(local('bob'), 'once'), follow(local('bob'), 'once')])
    assert.deepEqual(await names('sort=createdAt', 'once'), ['ann_channel', 'bob_channel'])
    assert.deepEqual([await followersCount('ann'), await followersCount('bob')], [1, 1])
    const events = (await told('created')).map(({ state, remote }) => [state, remote])
    assert.deepEqual(events, [
      ['accepted', false],
      ['accepted', false],
    ])

    const one = await ask(`/${local('ann')}`, 'once')
    assert.deepEqual([one.statusCode, one.json().ownerAccount.name], [200, 'ann'])
    assert.equal((await ask(`/${local('ann')}`, 'once', 'DELETE')).statusCode, 204)
    assert.equal((await ask(`/${local('ann')}`, 'once', 'DELETE')).statusCode, 404)
    assert.equal((await ask(`/${local('ann')}`, 'once')).statusCode, 404)
    assert.equal(await followersCount('ann'), 0)
    assert.equal((await told('deleted')).length, 1)
  })

  test('requests at the same time never fail', async () => {
    const { db, clock } = server.ctx
    const { rows } = await sql<{ actorId: number; targetActorId: number }>`
      SELECT a."id" AS "actorId", t."id" AS "targetActorId" FROM "actor" a, "actor" t
       WHERE a."preferredUsername" = 'cleo' AND t."preferredUsername" = 'bob_channel'`.execute(db)
    const follow = { ...rows[0]!, state: 'accepted' as const, url: 'https://cleo.example/follows/1', now: clock.now() }
    for (let round = 0; round < 60; round++) {
      const ids = await Promise.all(
        Array.from({ length: 8 }, () => db.transaction().execute((tx) => upsertFollow(tx, follow))),
      )
      assert.equal(ids.filter((id) => id !== undefined).length, 1)
      await db.transaction().execute((tx) => deleteFollow(tx, follow))
    }
  })

  test('a known channel of another server waits for its answer, and can be given up', async () => {
    assert.equal((await follow('far@far.example')).statusCode, 204)
    const { rows } = await sql<{ state: string; url: string }>`
      SELECT "state", "url" FROM "actorFollow" ORDER BY "id" DESC LIMIT 1`.execute(server.ctx.db)
    assert.equal(rows[0]!.state, 'pending')
    assert.match(rows[0]!.url, /\/accounts\/reader\/follows\/\d+$/)
    const event = (await told('created')).at(-1)!
    assert.deepEqual([event.state, event.remote, event.url], ['pending', true, rows[0]!.url])
    assert.deepEqual(await names(), [])
    assert.deepEqual((await ask('/exist?uris=far@far.example')).json(), { 'far@far.example': false })
    assert.equal((await ask('/far@far.example')).statusCode, 404)

    await sql`UPDATE "actorFollow" SET "state" = 'rejected' WHERE "state" = 'pending'`.execute(server.ctx.db)
    await follow('far@far.example')
    assert.equal((await told('created')).length, 4, 'asked again')
    assert.equal((await ask('/far@far.example', 'reader', 'DELETE')).statusCode, 204)
    assert.equal((await told('deleted')).at(-1)!.remote, true)
  })

  test('who is not known is looked for elsewhere, or ignored here', async () => {
    assert.equal((await follow('new@unknown.example')).statusCode, 204)
    const [request] = await told('requested')
    assert.deepEqual([request!.name, request!.host], ['new', 'unknown.example'])
    const before = (await told('created')).length
    assert.equal((await follow(`nobody@${host}`)).statusCode, 204)
    assert.equal((await follow(`ann@${host}`)).statusCode, 204, 'an account is no channel')
    assert.equal((await told('requested')).length, 1)
    assert.equal((await told('created')).length, before)
  })

  test('the list: sorted, searched, in pages', async () => {
    await login('lister')
    for (const name of ['bob', 'ann', 'cleo']) await follow(local(name), 'lister')
    await sql`UPDATE "videoChannel" SET "updatedAt" = now() + interval '1 hour', "name" = 'Éclairs' WHERE "id" = (
      SELECT "videoChannelId" FROM "actor" WHERE "preferredUsername" = 'ann_channel')`.execute(server.ctx.db)
    assert.deepEqual(await names('', 'lister'), ['cleo_channel', 'ann_channel', 'bob_channel'])
    assert.deepEqual(await names('sort=id', 'lister'), ['bob_channel', 'ann_channel', 'cleo_channel'])
    assert.equal((await names('sort=-channelUpdatedAt', 'lister'))[0], 'ann_channel')
    assert.deepEqual(await names('search=eclair', 'lister'), ['ann_channel'])
    assert.deepEqual(await names('search=CLEO_', 'lister'), ['cleo_channel'])
    assert.deepEqual(await names('search=%25', 'lister'), [])
    assert.deepEqual(await names('start=1&count=1', 'lister'), ['ann_channel'])
    assert.equal((await ask('?count=1', 'lister')).json().total, 3)
    const exist = await ask(`/exist?uris=${local('ann')}&uris=nobody@${host}`, 'lister')
    assert.deepEqual(exist.json(), { [local('ann')]: true, [`nobody@${host}`]: false })
  })

  test('caches of lists hear of follows of the instance, not of subscriptions', async () => {
    const { ctx } = server
    await login('quiet')
    let notices = 0
    const mark = Promise.withResolvers<void>()
    await ctx.notifier.listen('sepiola_videos_changed', () => void notices++)
    await ctx.notifier.listen('subscriptions_test_mark', () => mark.resolve())
    await follow(local('bob'), 'quiet')
    await ask(`/${local('bob')}`, 'quiet', 'DELETE')
    await sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
      SELECT 'accepted', me."id", t."id", now(), now() FROM "actor" me JOIN "account" i ON i."id" = me."accountId"
        AND i."applicationId" IS NOT NULL, "actor" t WHERE t."preferredUsername" = 'far'`.execute(ctx.db)
    await sql`SELECT pg_notify('subscriptions_test_mark', '')`.execute(ctx.db)
    await mark.promise
    assert.equal(notices, 1)
  })

  test('bad requests', async () => {
    for (const uri of ['ann_channel', 'a@b@c', '@ann_channel@host', '', 5, undefined]) {
      assert.equal((await follow(uri)).statusCode, 400, String(uri))
    }
    for (const path of ['?search=', '?sort=name', '?count=101', '/exist?uris=ann', '/exist', '/ann_channel']) {
      assert.equal((await ask(path)).statusCode, 400, path)
    }
    assert.equal((await ask('/ann_channel', 'reader', 'DELETE')).statusCode, 400)
    for (const path of ['', '/exist?uris=a@b.c', `/${local('ann')}`, '/videos']) {
      assert.equal((await ask(path, '')).statusCode, 401, path)
    }
    assert.equal((await follow(local('ann'), '')).statusCode, 401)
  })

  test('a host without a domain is none, but for servers that have none themselves', async (t) => {
    assert.equal((await follow('ann@intranet')).statusCode, 204, 'this one runs on localhost')
    const webserver = { https: true, hostname: 'video.example', port: 443 }
    const publicServer = await startTestServer({ features, settings: { webserver } })
    t.after(() => publicServer.close())
    const as = await publicServer.login()
    const url = '/api/v1/users/me/subscriptions'
    const refused = async (method: Method, path: string, field: string, payload?: object) => {
      const answer = await publicServer.request({ method, url: url + path, as, ...(payload && { payload }) })
      assert.equal(answer.statusCode, 400, answer.body)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
    }
    await refused('POST', '', 'uri', { uri: 'ann@intranet' })
    await refused('GET', '/exist?uris=ann@far.example&uris=ann@intranet:9000', 'uris')
    await refused('GET', '/ann@intranet', 'subscriptionHandle')
    await refused('DELETE', '/ann@intranet', 'subscriptionHandle')
    const own = await publicServer.request({ url: `${url}/exist?uris=root_channel@video.example`, as })
    assert.equal(own.statusCode, 200, own.body)
  })

  describe('followers of a channel', () => {
    const followers = (as: string, query = '', name = 'idol_channel') =>
      server.request({
        url: `/api/v1/video-channels/${name}/followers?${query}`,
        ...(as ? { as: tokens[as]! } : {}),
      })

    test('for those who manage it', async () => {
      const idol = await login('idol')
      const helper = await login('helper')
      for (const name of ['ann', 'bob']) await follow(local('idol'), name)
      const answer = await followers('idol')
      assert.equal(answer.statusCode, 200, answer.body)
      const { total, data } = answer.json()
      assert.deepEqual([total, data.map((item: any) => item.follower.name)], [2, ['bob', 'ann']])
      assert.deepEqual([data[0].following.name, data[0].following.followersCount], ['idol_channel', 2])
      assert.deepEqual((await followers('idol', 'search=AN&sort=createdAt')).json().total, 1)
      assert.equal((await followers('moderator')).statusCode, 200)
      assert.equal((await followers('helper')).statusCode, 403)
      await sql`INSERT INTO "videoChannelCollaborator" ("state", "accountId", "channelId", "createdAt", "updatedAt")
        VALUES (2, ${helper.accountId}, ${idol.channelId}, now(), now())`.execute(server.ctx.db)
      assert.equal((await followers('helper')).statusCode, 200)
      assert.equal((await followers('')).statusCode, 401)
      assert.equal((await followers('idol', 'count=x', 'nobody')).statusCode, 404)
      assert.equal((await followers('bob', 'count=x')).statusCode, 403)
      assert.equal((await followers('idol', 'count=x')).statusCode, 400)
    })
  })

  describe('followers of an account', () => {
    const followers = (as: string, query = '', name = 'star') =>
      server.request({ url: `/api/v1/accounts/${name}/followers?${query}`, ...(as ? { as: tokens[as]! } : {}) })

    test('those of the account and of its own channels, for itself and for those who manage users', async () => {
      const star = await login('star')
      await login('nosy')
      await follow(local('star'), 'ann')
      await sql`INSERT INTO "actorFollow" ("state", "score", "actorId", "targetActorId", "createdAt", "updatedAt")
        SELECT 'accepted', 1, far."id", a."id", now(), now() FROM "actor" a, "actor" far
        WHERE a."accountId" = ${star.accountId} AND far."preferredUsername" = 'far_owner'`.execute(server.ctx.db)
      const answer = await followers('star')
      assert.equal(answer.statusCode, 200, answer.body)
      const { total, data } = answer.json()
      assert.deepEqual(
        [total, data.map((item: any) => [item.follower.name, item.following.name])],
        [
          2,
          [
            ['far_owner', 'star'],
            ['ann', 'star_channel'],
          ],
        ],
      )
      assert.equal((await followers('star', 'search=FAR.ex')).json().total, 1)
      assert.equal((await followers('star', 'sort=createdAt&count=1')).json().data[0].follower.name, 'ann')
      assert.equal((await followers('moderator')).statusCode, 200)
      assert.equal((await followers('')).statusCode, 401)
      assert.equal((await followers('nosy', 'count=x')).statusCode, 403)
      assert.equal((await followers('star', 'count=x', 'nobody')).statusCode, 404)
      assert.equal((await followers('moderator', '', 'far_owner@far.example')).statusCode, 403)
      for (const query of ['count=x', 'sort=id']) assert.equal((await followers('star', query)).statusCode, 400)
    })
  })

  describe('videos of subscriptions', () => {
    const videos = async (as: string, query = '') => {
      const answer = await ask(`/videos?count=50&${query}`, as)
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.json()
    }
    const shown = async (as: string, query = '') =>
      (await videos(as, query)).data.map((video: { name: string }) => video.name)

    test('of followed channels only, newest first whatever the channel, with totals', async () => {
      const { ctx } = server
      await login('viewer')
      for (const name of ['north', 'south', 'west']) await login(name)
      assert.deepEqual(await videos('viewer'), { total: 0, data: [] })
      const made: number[] = []
      for (const [index, owner] of ['north', 'south', 'west', 'north', 'south', 'north'].entries()) {
        const video = await makeTestVideo(ctx, { owner, name: `${owner} ${index}`, nsfw: index === 4 })
        made.push(video.id)
        await sql`UPDATE "video" SET "publishedAt" = now() - ${10 - index} * interval '1 day', "views" = ${index}
          WHERE "id" = ${video.id}`.execute(ctx.db)
      }
      await follow(local('north'), 'viewer')
      await follow(local('south'), 'viewer')
      const all = ['north 5', 'south 4', 'north 3', 'south 1', 'north 0']
      assert.deepEqual(await shown('viewer'), all)
      assert.deepEqual(await shown('viewer', 'sort=publishedAt'), all.toReversed())
      assert.deepEqual(await shown('viewer', 'sort=-views'), all)
      assert.deepEqual(
        await shown('viewer', 'nsfw=false'),
        all.filter((name) => name !== 'south 4'),
      )
      assert.deepEqual(await shown('viewer', 'search=south'), ['south 4', 'south 1'])
      const pages = await Promise.all(
        [0, 2, 4].map((start) => ask(`/videos?start=${start}&count=2`, 'viewer').then((answer) => answer.json())),
      )
      assert.deepEqual(
        pages.flatMap((page) => page.data.map((video: any) => video.name)),
        all,
      )
      assert.deepEqual(
        pages.map((page) => page.total),
        [5, 5, 5],
      )
      assert.equal('total' in (await videos('viewer', 'skipCount=true')), false)
      await sql`INSERT INTO "userVideoHistory" ("currentTime", "videoId", "userId", "createdAt", "updatedAt")
        SELECT 5, ${made[5]}::int, "id", now(), now() FROM "user" WHERE "username" = 'viewer'`.execute(ctx.db)
      assert.deepEqual((await videos('viewer')).data[0].userHistory, { currentTime: 5 })
      assert.deepEqual(await shown('viewer', 'excludeAlreadyWatched=true'), all.slice(1))
    })

    test('what a followed channel shares of others comes along', async () => {
      const { ctx } = server
      await login('sharer')
      await login('stranger')
      await login('fan')
      const shared = await makeTestVideo(ctx, { owner: 'stranger', name: 'shared' })
      await makeTestVideo(ctx, { owner: 'stranger', name: 'not shared' })
      const own = await makeTestVideo(ctx, { owner: 'sharer', name: 'own' })
      for (const { id } of [shared, own]) {
        await sql`INSERT INTO "videoShare" ("url", "actorId", "videoId", "createdAt", "updatedAt")
          SELECT ${`https://x.example/${id}`}, "id", ${id}, now(), now() FROM "actor"
          WHERE "preferredUsername" = 'sharer_channel'`.execute(ctx.db)
      }
      await follow(local('sharer'), 'fan')
      assert.deepEqual(await shown('fan'), ['own', 'shared'])
      assert.equal((await videos('fan')).total, 2)
      assert.deepEqual(await shown('fan', 'sort=name'), ['own', 'shared'])
      await sql`DELETE FROM "videoShare" WHERE "videoId" = ${shared.id}`.execute(ctx.db)
      assert.deepEqual(await shown('fan'), ['own'])
    })

    test('nothing that lists may not show, by privacy, state, block and mute', async () => {
      const { ctx } = server
      const maker = await login('maker')
      const reader = await login('strict')
      await follow(local('maker'), 'strict')
      const expected: string[] = []
      for (const privacy of [1, 2, 3, 4, 5]) {
        for (const state of [1, 2, 7]) {
          const name = `privacy ${privacy}, state ${state}`
          await makeTestVideo(ctx, {
            ...{ owner: 'maker', name, privacy, state, waitTranscoding: true },
            videoPasswords: privacy === 5 ? ['secret'] : [],
          })
          if ((privacy === 1 || privacy === 4) && state === 1) expected.unshift(name)
        }
      }
      const blocked = await makeTestVideo(ctx, { owner: 'maker', name: 'blocked' })
      await sql`INSERT INTO "videoBlacklist" ("unfederated", "type", "videoId", "createdAt", "updatedAt")
        VALUES (false, 1, ${blocked.id}, now(), now())`.execute(ctx.db)
      assert.deepEqual(await shown('strict'), expected)
      assert.deepEqual((await shown('strict', 'sort=name')).length, expected.length)
      assert.equal((await ask('/videos?include=1', 'strict')).statusCode, 401)
      assert.equal((await ask('/videos?privacyOneOf=3', 'strict')).statusCode, 401)
      assert.equal((await ask('/videos?sort=colour', 'strict')).statusCode, 400)
      await sql`INSERT INTO "accountBlocklist" ("accountId", "targetAccountId", "createdAt", "updatedAt")
        VALUES (${reader.accountId}, ${maker.accountId}, now(), now())`.execute(ctx.db)
      assert.deepEqual(await videos('strict'), { total: 0, data: [] })
    })

    test('plugins may change the question and the answer', async () => {
      const end = [
        server.ctx.hooks.on('filter:api.user.me.subscription-videos.list.params', (query) => ({ ...query, count: 1 })),
        server.ctx.hooks.on('filter:api.user.me.subscription-videos.list.result', (result) => ({
          ...result,
          total: 99,
        })),
      ]
      const answer = await videos('viewer')
      assert.deepEqual([answer.total, answer.data.length], [99, 1])
      for (const remove of end) remove()
    })
  })
})
