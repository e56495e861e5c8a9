import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addRemoteChannel } from '#features/accounts/testing/add-remote-actors.ts'
import { authenticate } from '#features/sessions/public.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requireManagedChannel, requireManagedChannelByHandle } from './access/managed-channel.ts'

let server: TestServer
let root: string
let owner: string

before(async () => {
  server = await startTestServer({
    settings: { rates_limit: { login: { max: 10_000 } }, video_channels: { max_per_user: 3 } },
  })
  root = await server.login()
  owner = await addUser('owner')
})
after(() => server.close())

async function addUser(username: string, role = 2): Promise<string> {
  const payload = { username, email: `${username}@example.com`, password: 'a good password', role }
  const answer = await server.request({ method: 'POST', url: '/api/v1/users', as: root, payload })
  assert.equal(answer.statusCode, 200, answer.body)
  return server.login(username, 'a good password')
}

const get = (path: string, as?: string) => server.request({ url: `/api/v1/${path}`, ...(as ? { as } : {}) })

const post = (payload: Record<string, unknown>, as?: string) =>
  server.request({ method: 'POST', url: '/api/v1/video-channels', payload, ...(as ? { as } : {}) })

async function names(path: string): Promise<string[]> {
  const answer = await get(path)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().data.map((channel: { name: string }) => channel.name)
}

/** A channel of another server; `followed` by the instance or not. */
async function addFarChannel(name: string, host: string, followed: boolean): Promise<void> {
  const { db } = server.ctx
  const { ownerActorId } = await addRemoteChannel(db, { name, displayName: `Remote ${name}`, host, followersCount: 5 })
  if (!followed) return
  const dates = { createdAt: new Date(), updatedAt: new Date() }
  const me = await db.selectFrom('actor').select('id').where('type', '=', 'Application').executeTakeFirstOrThrow()
  await db
    .insertInto('actorFollow')
    .values({ state: 'accepted', score: 1, actorId: me.id, targetActorId: ownerActorId, ...dates } as never)
    .execute()
}

describe('GET /video-channels/{handle}', () => {
  test('gives the channel with its owner, by name and with our own host', async () => {
    const { host, url } = server.ctx.origin
    for (const handle of ['owner_channel', 'OWNER_channel', `owner_channel@${host}`]) {
      const answer = await get(`video-channels/${handle}`)
      assert.equal(answer.statusCode, 200, answer.body)
      const channel = answer.json()
      assert.deepEqual(
        [channel.name, channel.displayName, channel.host, channel.url, channel.isLocal],
        ['owner_channel', 'Main owner channel', host, `${url}/video-channels/owner_channel`, true],
      )
      assert.equal(channel.ownerAccount.name, 'owner')
    }
  })

  test('404 for unknown ones and for accounts', async () => {
    for (const handle of ['nobody', 'owner', 'owner_channel@other.example', 'a@b@c']) {
      assert.equal((await get(`video-channels/${handle}`)).statusCode, 404, handle)
    }
  })

  test('shows pictures, largest first', async () => {
    const { db, origin } = server.ctx
    const { id } = await db
      .selectFrom('actor')
      .select('id')
      .where('preferredUsername', '=', 'owner_channel')
      .executeTakeFirstOrThrow()
    const image = (type: number, width: number, filename: string) => ({
      ...{ type, width, height: width, filename, cached: true, actorId: id },
      ...{ createdAt: new Date(), updatedAt: new Date() },
    })
    await db
      .insertInto('actorImage')
      .values([image(1, 48, 's.png'), image(1, 120, 'm.png'), image(2, 600, 'b.png')])
      .execute()
    const { avatars, banners } = (await get('video-channels/owner_channel')).json()
    assert.deepEqual(
      avatars.map((avatar: any) => [avatar.width, avatar.path, avatar.fileUrl]),
      [
        [120, '/lazy-static/avatars/m.png', `${origin.url}/lazy-static/avatars/m.png`],
        [48, '/lazy-static/avatars/s.png', `${origin.url}/lazy-static/avatars/s.png`],
      ],
    )
    assert.equal(banners[0].path, '/lazy-static/banners/b.png')
  })
})

describe('POST /video-channels', () => {
  test('makes a channel and queues its keys', async () => {
    const as = await addUser('maker')
    const answer = await post({ name: 'made', displayName: 'Made', description: 'What it is', support: 'Pay me' }, as)
    assert.equal(answer.statusCode, 200, answer.body)
    const channel = (await get('video-channels/made')).json()
    assert.equal(channel.id, answer.json().videoChannel.id)
    assert.deepEqual(
      [channel.displayName, channel.description, channel.support, channel.ownerAccount.name],
      ['Made', 'What it is', 'Pay me', 'maker'],
    )
    const jobs = (await get('jobs?jobType=actor-keys&count=1', root)).json()
    const actor = await server.ctx.db
      .selectFrom('actor')
      .select('id')
      .where('preferredUsername', '=', 'made')
      .executeTakeFirstOrThrow()
    assert.deepEqual(jobs.data[0].data, { actorId: actor.id })
  })

  test('needs a token and good fields', async () => {
    const good = { name: 'good', displayName: 'Good' }
    assert.equal((await post(good)).statusCode, 401)
    for (const [field, value] of Object.entries({ name: '.x', displayName: '', description: 'ab', support: 'ab' })) {
      const answer = await post({ ...good, [field]: value }, owner)
      assert.equal(answer.statusCode, 400, field)
      assert.ok(answer.json()['invalid-params'][field], field)
    }
    assert.equal((await post({ displayName: 'No name' }, owner)).statusCode, 400)
  })

  test('409 for names that anybody has or had', async () => {
    const { db } = server.ctx
    await db
      .insertInto('actorReserved')
      .values({
        ...{ preferredUsername: 'Gone', publicKey: '', privateKey: '', url: 'http://x/gone', actorId: 99_999 },
        ...{ createdAt: new Date(), updatedAt: new Date() },
      })
      .execute()
    for (const name of ['owner', 'owner_channel', 'peertube', 'gone']) {
      assert.equal((await post({ name, displayName: 'Again' }, owner)).statusCode, 409, name)
    }
  })

  test('400 beyond the number of channels that one may have', async () => {
    const as = await addUser('collector')
    const statusOf = async (name: string) => (await post({ name, displayName: name }, as)).statusCode
    assert.deepEqual([await statusOf('c1'), await statusOf('c2'), await statusOf('c3')], [200, 200, 400])
  })
})

describe('lists', () => {
  test('of an account: sorted, searched, paged', async () => {
    const as = await addUser('lister')
    await post({ name: 'zz_first', displayName: 'alpha' }, as)
    await post({ name: 'aa_second', displayName: 'Éclair 100%' }, as)
    const base = 'accounts/lister/video-channels'
    assert.deepEqual(await names(base), ['aa_second', 'zz_first', 'lister_channel'])
    assert.deepEqual(await names(`${base}?sort=createdAt`), ['lister_channel', 'zz_first', 'aa_second'])
    // By display name, as people sort: alpha, Éclair, Main.
    assert.deepEqual(await names(`${base}?sort=name`), ['zz_first', 'aa_second', 'lister_channel'])
    assert.deepEqual(await names(`${base}?sort=-id&start=1&count=1`), ['zz_first'])
    assert.deepEqual(await names(`${base}?search=eclair`), ['aa_second'])
    assert.deepEqual(await names(`${base}?search=100%25`), ['aa_second'])
    assert.deepEqual(await names(`${base}?search=zz_f`), ['zz_first'])
    assert.equal((await get(`${base}?start=1&count=1`)).json().total, 3)
  })

  test('of an account: with statistics of 31 days and with collaborations', async () => {
    await addUser('helper')
    const { db } = server.ctx
    const helper = (await get('accounts/helper')).json()
    const channel = (await get('video-channels/owner_channel')).json()
    await db
      .insertInto('videoChannelCollaborator')
      .values({ state: 2, accountId: helper.id, channelId: channel.id, createdAt: new Date(), updatedAt: new Date() })
      .execute()
    const base = 'accounts/helper/video-channels'
    assert.deepEqual(await names(base), ['helper_channel'])
    assert.deepEqual(await names(`${base}?includeCollaborations=true`), ['helper_channel', 'owner_channel'])
    const [withStats] = (await get(`${base}?withStats=true`)).json().data
    assert.deepEqual([withStats.videosCount, withStats.totalViews, withStats.viewsPerDay.length], [0, 0, 31])
    assert.ok(withStats.viewsPerDay[0].date < withStats.viewsPerDay[30].date)

    const watched = await makeTestVideo(server.ctx, { owner: 'helper' })
    const pending = await makeTestVideo(server.ctx, { owner: 'helper', state: 2 })
    await sql`UPDATE "video" SET "views" = 100 WHERE "id" = ANY(${[watched.id, pending.id]}::int[])`.execute(db)
    const midnight = new Date(server.ctx.clock.now().toISOString().slice(0, 10)).getTime()
    for (const [days, views] of [
      [0, 3],
      [0, 4],
      [29.5, 7],
      [30, 1],
      [31, 50],
    ] as const) {
      const startDate = new Date(midnight - days * 86_400_000)
      await sql`INSERT INTO "videoStat" ("startDate", "endDate", "views", "downloads", "videoId", "createdAt")
        VALUES (${startDate}, ${startDate}, ${views}, 0, ${watched.id}, now())`.execute(db)
    }
    const [seen] = (await get(`${base}?withStats=true`)).json().data
    assert.deepEqual([seen.videosCount, seen.totalViews], [1, 200], 'published ones, and all views')
    assert.deepEqual(
      seen.viewsPerDay.map(({ views }: { views: number }) => views),
      [8, ...Array<number>(29).fill(0), 7],
    )
    const days = seen.viewsPerDay.map(({ date }: { date: string }) => date)
    assert.deepEqual(
      [days[0], days[30]],
      [30, 0].map((ago) => new Date(midnight - ago * 86_400_000).toISOString()),
    )
  })

  test('of an account: the handle is checked before the page', async () => {
    assert.equal((await get('accounts/nobody/video-channels?count=1000')).statusCode, 404)
    for (const query of ['count=101', 'count=x', 'start=-1', 'sort=views', 'withStats=maybe']) {
      assert.equal((await get(`accounts/owner/video-channels?${query}`)).statusCode, 400, query)
    }
  })

  test('of all: ours and those of followed servers', async () => {
    await addFarChannel('far', 'far.example', false)
    await addFarChannel('near', 'near.example', true)
    const all = await names('video-channels?count=100')
    assert.ok(all.includes('root_channel') && all.includes('near'))
    assert.ok(!all.includes('far'))
    const { total, data } = (await get('video-channels?count=2&sort=id')).json()
    assert.deepEqual([total, data.length, data[0].name], [all.length, 2, 'root_channel'])
    for (const query of ['search=', 'sort=views', 'count=101']) {
      assert.equal((await get(`video-channels?${query}`)).statusCode, 400, query)
    }
    const near = (await get('video-channels/near@near.example')).json()
    assert.deepEqual([near.isLocal, near.host, near.followersCount], [false, 'near.example', 5])
    assert.equal(near.ownerAccount.userId, undefined)
  })
})

describe('who manages a channel', () => {
  async function viewerOf(token: string): Promise<Viewer> {
    const request = { headers: { authorization: `Bearer ${token}` }, ip: '127.0.0.1', method: 'GET', query: {} }
    return (await authenticate(server.ctx, request as never))!
  }
  const forbidden = { status: 403 }

  test('owner, moderators, accepted collaborators; nobody else', async () => {
    const { id } = (await get('video-channels/owner_channel')).json()
    const [stranger, moderator] = [await viewerOf(await addUser('stranger')), await viewerOf(await addUser('mod', 1))]
    const { ctx } = server
    assert.equal((await requireManagedChannel(ctx, await viewerOf(owner), id)).name, 'owner_channel')
    await requireManagedChannel(ctx, moderator, id, { owner: true })
    await assert.rejects(requireManagedChannel(ctx, stranger, id), forbidden)
    const row = { accountId: stranger.accountId, channelId: id, createdAt: new Date(), updatedAt: new Date() }
    await ctx.db
      .insertInto('videoChannelCollaborator')
      .values({ ...row, state: 1 })
      .execute()
    await assert.rejects(requireManagedChannel(ctx, stranger, id), forbidden)
    const query = ctx.db.updateTable('videoChannelCollaborator').where('accountId', '=', stranger.accountId)
    await query.set({ state: 2 }).execute()
    assert.equal((await requireManagedChannelByHandle(ctx, stranger, 'owner_channel')).isCollaborator, true)
    await assert.rejects(requireManagedChannel(ctx, stranger, id, { owner: true }), forbidden)
  })

  test('404 for unknown channels, 403 for remote ones', async () => {
    const viewer = await viewerOf(root)
    await assert.rejects(requireManagedChannel(server.ctx, viewer, 99_999), { status: 404 })
    await assert.rejects(requireManagedChannelByHandle(server.ctx, viewer, 'nobody'), { status: 404 })
    await addFarChannel('elsewhere', 'elsewhere.example', false)
    const remote = requireManagedChannelByHandle(server.ctx, viewer, 'elsewhere@elsewhere.example')
    await assert.rejects(remote, forbidden)
  })
})
