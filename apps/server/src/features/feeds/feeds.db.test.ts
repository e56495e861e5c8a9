import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { XMLParser } from 'fast-xml-parser'
import { sql } from 'kysely'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addRemoteAccount } from '#features/accounts/testing/add-remote-actors.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'

let server: TestServer
let ada: { userId: number; accountId: number; channelId: number }
let bob: typeof ada

before(async () => {
  server = await startTestServer({
    settings: {
      instance: { name: 'Fish TV', short_description: 'About fish' },
      rates_limit: { feeds: { max: 5000 } },
      feeds: { videos: { count: 100 }, comments: { count: 100 } },
    },
  })
  ada = await addUser(server.ctx, 'ada')
  bob = await addUser(server.ctx, 'bob')
})
after(() => server.close())

const get = (url: string, { as, accept }: { as?: string; accept?: string } = {}) =>
  server.request({ url: `/feeds/${url}`, headers: accept ? { accept } : {}, ...(as ? { as } : {}) })

async function titles(url: string, as?: string): Promise<string[]> {
  const answer = await get(url, as ? { as } : {})
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items.map((item: { title: string }) => item.title)
}

const parse = (xml: string) => new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(xml)

async function instanceAccount(): Promise<number> {
  const { rows } = await sql<{ id: number }>`SELECT "id" FROM "account" WHERE "applicationId" IS NOT NULL`.execute(
    server.ctx.db,
  )
  return rows[0]!.id
}

async function mute(by: number, target: number): Promise<() => Promise<unknown>> {
  const { db } = server.ctx
  const now = new Date()
  const row = { accountId: by, targetAccountId: target, createdAt: now, updatedAt: now }
  const { id } = await db.insertInto('accountBlocklist').values(row).returning('id').executeTakeFirstOrThrow()
  return () => db.deleteFrom('accountBlocklist').where('id', '=', id).execute()
}

async function block(videoId: number): Promise<void> {
  const now = new Date()
  await server.ctx.db
    .insertInto('videoBlacklist')
    .values({ videoId, type: 1, unfederated: false, reason: null, createdAt: now, updatedAt: now })
    .execute()
}

let commented = 0

async function comment(
  videoId: number,
  accountId: number,
  change: { text?: string; heldForReview?: boolean; deletedAt?: Date; inReplyToCommentId?: number } = {},
): Promise<number> {
  const at = new Date(Date.now() + ++commented)
  const { inReplyToCommentId = null, ...more } = change
  const { id } = await server.ctx.db
    .insertInto('videoComment')
    .values({
      ...{ text: `Comment ${commented}`, heldForReview: false, deletedAt: null, replyApproval: null },
      ...{ url: `https://x.example/comments/${commented}`, videoId, accountId, createdAt: at, updatedAt: at },
      ...{ inReplyToCommentId, originCommentId: inReplyToCommentId },
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

describe('videos', () => {
  test('as RSS: item, enclosure, Media RSS', async () => {
    const video = await makeTestVideo(server.ctx, {
      ...{ owner: 'ada', name: 'Squid & <co> ]]>', category: 1, language: 'fr', tags: ['sea'] },
      ...{ description: '**Deep** sea <b>x</b>', originallyPublishedAt: new Date('2020-05-06T07:08:09Z') },
    })
    const answer = await get(`videos.rss?videoChannelId=${ada.channelId}`)
    assert.equal(answer.headers['content-type'], 'application/rss+xml; charset=utf-8')
    const { channel } = parse(answer.body).rss
    const { url: origin } = server.ctx.origin
    assert.equal(channel.link, `${origin}/c/ada_channel/videos`)
    assert.equal(channel['podcast:txt']['#text'], `${origin}/feeds/podcast/videos.xml?videoChannelId=${ada.channelId}`)
    assert.equal(channel['atom:link']['@href'], `${origin}/feeds/videos.rss?videoChannelId=${ada.channelId}`)
    const { item } = channel
    assert.equal(item.title, 'Squid & <co> ]]>')
    assert.equal(item.link, `${origin}/w/${uuidToShort(video.uuid)}`)
    assert.equal(item.guid['#text'], `${origin}/videos/watch/${video.uuid}`)
    assert.equal(item.pubDate, 'Wed, 06 May 2020 07:08:09 GMT')
    assert.equal(item.description, 'Deep sea <b>x</b>')
    assert.equal(item['content:encoded'], '<p><strong>Deep</strong> sea &lt;b&gt;x&lt;/b&gt;</p>')
    assert.deepEqual([item.category, item['dc:creator']], ['Music', channel.title])
    assert.equal(
      item.enclosure['@url'],
      `${origin}/download/videos/generate/${video.uuid}.mp4?videoFileIds=${video.fileIds.web}`,
    )
    assert.equal(item.enclosure['@type'], 'video/mp4')
    const [content] = item['media:group']['media:content']
    assert.equal(content['@url'], `${origin}/static/web-videos/${video.webVideo}`)
    assert.deepEqual([content['@height'], content['@lang'], content['@duration']], ['480', 'fr', '60'])
    assert.equal(item['media:embed']['@url'], `${origin}/videos/embed/${uuidToShort(video.uuid)}`)
    assert.equal(item['media:community']['media:statistics']['@views'], '0')
  })

  test('as Atom and JSON Feed', async () => {
    const atom = parse((await get('videos.atom')).body).feed
    assert.equal(atom.title, 'Fish TV')
    assert.equal(atom.subtitle, 'About fish')
    assert.equal(atom.entry.author.uri, `${server.ctx.origin.url}/c/ada_channel/videos`)
    assert.ok(atom.entry.link.some((link: Record<string, string>) => link['@rel'] === 'enclosure'))
    const json = (await get('videos.json')).json()
    assert.equal(json.version, 'https://jsonfeed.org/version/1.1')
    assert.equal(json.items[0].attachments[0].mime_type, 'video/mp4')
    assert.equal(json.items[0].date_published, '2020-05-06T07:08:09.000Z')
    assert.deepEqual(json.items[0].tags, ['sea'])
  })

  for (const [path, accept, type] of [
    ['videos.xml', undefined, 'application/xml'],
    ['videos.xml?format=atom', undefined, 'application/atom+xml'],
    ['videos.rss2', '*/*', 'application/rss+xml'],
    ['videos.atom1', 'text/xml', 'text/xml'],
    ['videos.json1', 'application/json', 'application/json'],
  ] as const) {
    test(`${path} for Accept: ${accept} is ${type}`, async () => {
      const answer = await get(path, accept ? { accept } : {})
      assert.equal(answer.statusCode, 200, answer.body)
      assert.equal(answer.headers['content-type'], `${type}; charset=utf-8`)
    })
  }

  test('406 when nothing is acceptable; 304 for who has it already', async () => {
    assert.equal((await get('videos.rss', { accept: 'image/png' })).statusCode, 406)
    const { etag } = (await get('videos.rss')).headers
    const again = await server.request({ url: '/feeds/videos.rss', headers: { 'if-none-match': String(etag) } })
    assert.deepEqual([again.statusCode, again.body], [304, ''])
  })

  for (const [query, status, field] of [
    ['videos.yaml', 400, 'format'],
    ['videos.xml?format=yaml', 400, 'format'],
    ['videos.xml?sort=color', 400, 'sort'],
    ['videos.xml?accountId=x', 400, 'accountId'],
    ['videos.xml?videoChannelId=x', 400, 'videoChannelId'],
    ['videos.xml?nsfw=maybe', 400, 'nsfw'],
    ['videos.xml?isLocal=maybe', 400, 'isLocal'],
    ['videos.xml?categoryOneOf=x', 400, 'categoryOneOf'],
    ['videos.xml?host=a%20b', 400, 'host'],
    ['videos.xml?nsfwFlagsIncluded=1&nsfwFlagsExcluded=1', 400, undefined],
    ['videos.xml?excludeAlreadyWatched=true', 400, undefined],
    ['videos.xml?filter=local', 400, undefined],
    ['videos.xml?include=1', 401, undefined],
    ['videos.xml?privacyOneOf=3', 401, undefined],
    ['videos.xml?stateOneOf=2', 401, undefined],
    ['videos.xml?autoTagOneOf=a', 401, undefined],
    ['videos.xml?accountId=99999', 404, undefined],
    ['videos.xml?accountName=nobody', 404, undefined],
    ['videos.xml?videoChannelId=99999', 404, undefined],
    ['videos.xml?videoChannelName=nothing', 404, undefined],
    ['video-comments.yaml', 400, 'format'],
    ['video-comments.xml?videoId=x', 400, 'videoId'],
    ['video-comments.xml?accountId=x', 400, 'accountId'],
    ['video-comments.xml?videoChannelId=x', 400, 'videoChannelId'],
    ['video-comments.xml?videoId=99999', 404, undefined],
    ['video-comments.xml?accountName=nobody', 404, undefined],
    ['video-comments.xml?videoChannelName=nothing', 404, undefined],
    ['subscriptions.yaml?accountId=1&token=x', 400, 'format'],
    ['subscriptions.xml?token=x', 400, 'accountId'],
    ['subscriptions.xml?accountId=1', 400, 'token'],
    ['subscriptions.xml?accountId=99999&token=x', 404, undefined],
    ['podcast/videos.xml', 400, undefined],
    ['podcast/videos.xml?videoChannelId=1&playlistId=1', 400, undefined],
    ['podcast/videos.xml?videoChannelId=x', 400, 'videoChannelId'],
    ['podcast/videos.xml?playlistId=-', 400, 'playlistId'],
    ['podcast/videos.xml?videoChannelId=1&enclosurePreference=smell', 400, 'enclosurePreference'],
    ['podcast/videos.xml?videoChannelId=99999', 404, undefined],
    ['podcast/videos.xml?playlistId=99999', 404, undefined],
  ] as const) {
    test(`${status} for ${query}`, async () => {
      const answer = await get(query)
      assert.equal(answer.statusCode, status, answer.body)
      assert.match(answer.headers['content-type']!, /^application\/problem\+json/)
      if (field) assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
      if (status === 404) assert.equal(answer.headers['cache-control'], 'no-cache, no-store, must-revalidate')
    })
  }

  test('as many as the settings say, and as often as they let', async () => {
    const few = await startTestServer({
      settings: { feeds: { videos: { count: 1 } }, rates_limit: { feeds: { max: 2 } } },
    })
    try {
      for (const name of ['one', 'two']) await makeTestVideo(few.ctx, { name })
      const first = await few.request({ url: '/feeds/videos.json' })
      assert.equal(first.json().items.length, 1)
      assert.equal(first.headers['x-ratelimit-limit'], '2')
      await few.request({ url: '/feeds/videos.json' })
      assert.equal((await few.request({ url: '/feeds/videos.json' })).statusCode, 429)
    } finally {
      await few.close()
    }
  })

  test('filters and order', async () => {
    await makeTestVideo(server.ctx, { owner: 'bob', name: 'An old one', originallyPublishedAt: new Date('1999-01-01') })
    await makeTestVideo(server.ctx, { owner: 'bob', name: 'A new one', nsfw: true })
    assert.deepEqual(await titles(`videos.json?accountId=${bob.accountId}`), ['A new one', 'An old one'])
    assert.deepEqual(await titles('videos.json?accountName=bob&sort=name'), ['A new one', 'An old one'])
    assert.deepEqual(await titles('videos.json?videoChannelName=bob_channel&nsfw=false'), ['An old one'])
    assert.deepEqual(await titles(`videos.json?videoChannelId=${bob.channelId}&nsfw=true`), ['A new one'])
    assert.deepEqual(await titles('videos.json?categoryOneOf=1'), ['Squid & <co> ]]>'])
    assert.deepEqual(await titles(`videos.json?videoChannelId=${bob.channelId}&isLocal=false`), [])
  })

  test('videos without a file are left out', async () => {
    const video = await makeTestVideo(server.ctx, { name: 'Without files' })
    await sql`DELETE FROM "videoFile" WHERE "videoId" = ${video.id} OR "videoStreamingPlaylistId" IN
      (SELECT "id" FROM "videoStreamingPlaylist" WHERE "videoId" = ${video.id})`.execute(server.ctx.db)
    assert.ok(!(await titles('videos.json')).includes('Without files'))
  })

  test('a plugin may take items away', async () => {
    const end = server.ctx.hooks.on('filter:feed.videos.list.result', (videos: { name: string }[]) =>
      videos.filter(({ name }) => name !== 'A new one'),
    )
    assert.ok(!(await titles('videos.json')).includes('A new one'))
    end()
    assert.ok((await titles('videos.json')).includes('A new one'))
  })
})

describe('what anonymous viewers may not read or find is in no feed', () => {
  const states = { published: 1, 'to transcode': 2, 'to import': 3, 'waiting for live': 4, failed: 7 }
  const owners: Record<string, Awaited<ReturnType<typeof addUser>>> = {}
  let unmute: () => Promise<unknown>
  before(async () => {
    for (const owner of ['heard', 'silenced']) owners[owner] = await addUser(server.ctx, owner)
    unmute = await mute(await instanceAccount(), owners['silenced']!.accountId)
  })
  after(() => unmute())

  const privacies = { public: 1, unlisted: 2, private: 3, internal: 4, 'password protected': 5 }
  for (const [privacyName, privacy] of Object.entries(privacies)) {
    for (const [stateName, state] of Object.entries(states)) {
      for (const hidden of ['nothing', 'blocked', 'muted'] as const) {
        test(`${privacyName}, ${stateName}, ${hidden}`, async () => {
          const { ctx } = server
          const name = `${privacyName} ${stateName} ${hidden}`
          const owner = hidden === 'muted' ? 'silenced' : 'heard'
          const { accountId, channelId } = owners[owner]!
          const video = await makeTestVideo(ctx, {
            ...{ owner, name, privacy, state, waitTranscoding: true },
            ...(privacy === 5 ? { videoPasswords: ['secret'] } : {}),
          })
          await comment(video.id, ada.accountId, { text: name })
          if (hidden === 'blocked') await block(video.id)
          const listed = privacy === 1 && state === 1 && hidden === 'nothing'
          const inVideos = await Promise.all([
            titles('videos.json'),
            titles(`videos.json?videoChannelId=${channelId}`),
            titles(`videos.json?accountId=${accountId}`),
          ])
          assert.deepEqual(
            inVideos.map((found) => found.includes(name)),
            [listed, listed, listed],
          )
          const podcast = (await get(`podcast/videos.xml?videoChannelId=${channelId}`)).body
          assert.equal(podcast.includes(`<title>${name}</title>`), listed)

          const commentsShown = privacy === 1 && hidden === 'nothing'
          const ofAll = await titles('video-comments.json')
          assert.equal(
            ofAll.some((title) => title.startsWith(name)),
            commentsShown,
          )
          const read = await server.request({ url: `/api/v1/videos/${video.uuid}` })
          const ofVideo = await get(`video-comments.json?videoId=${video.uuid}`)
          assert.equal(ofVideo.statusCode, read.statusCode, ofVideo.body)
          if (read.statusCode === 200) assert.equal(ofVideo.json().items.length, commentsShown ? 1 : 0)
        })
      }
    }
  }
})

describe('comments', () => {
  test('newest first, with title, link to the thread, and clean HTML', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'ada', name: 'Talk' })
    const first = await comment(video.id, bob.accountId, { text: '<p>Hi <script>x</script><b>you</b></p>' })
    await comment(video.id, ada.accountId, { text: 'An answer', inReplyToCommentId: first })
    const { items, title, home_page_url } = (await get(`video-comments.json?videoId=${video.uuid}`)).json()
    const watch = `${server.ctx.origin.url}/w/${uuidToShort(video.uuid)}`
    assert.deepEqual([title, home_page_url], ['Talk', watch])
    assert.deepEqual(
      items.map((item: any) => item.title),
      ['Talk - ada', 'Talk - bob'],
    )
    assert.deepEqual(
      items.map((item: any) => item.url),
      [`${watch};threadId=${first}`, `${watch};threadId=${first}`],
    )
    assert.equal(items[1].content_html, '<p>Hi <b>you</b></p>')
    const [item] = parse((await get(`video-comments.xml?videoId=${video.uuid}`)).body).rss.channel.item
    assert.equal(item['content:encoded'], '<p>An answer</p>')
  })

  test('deleted, held and muted ones are left out, and what answers them', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'ada', name: 'Quiet' })
    const eve = await addUser(server.ctx, 'eve')
    const held = await comment(video.id, bob.accountId, { heldForReview: true })
    await comment(video.id, ada.accountId, { inReplyToCommentId: held })
    await comment(video.id, bob.accountId, { deletedAt: new Date() })
    const ofEve = await comment(video.id, eve.accountId)
    await comment(video.id, bob.accountId, { inReplyToCommentId: ofEve })
    const url = `video-comments.json?videoId=${video.uuid}`
    assert.deepEqual(await titles(url), ['Quiet - bob', 'Quiet - eve'])
    const unmute = await mute(ada.accountId, eve.accountId)
    assert.deepEqual(await titles(url), [])
    await unmute()
    const unmuteInstance = await mute(await instanceAccount(), eve.accountId)
    assert.deepEqual(await titles(url), [])
    await unmuteInstance()
    // The mutes of others are theirs alone.
    const unmuteBob = await mute(bob.accountId, eve.accountId)
    assert.equal((await titles(url)).length, 2)
    await unmuteBob()
  })

  test('of the videos of an account or a channel; a video and a channel together are 400', async () => {
    const { ctx } = server
    const { accountId, channelId } = await addUser(ctx, 'talker')
    const video = await makeTestVideo(ctx, { owner: 'talker', name: 'Mine' })
    await comment(video.id, bob.accountId)
    for (const filter of [`accountId=${accountId}`, 'accountName=talker', `videoChannelId=${channelId}`]) {
      assert.deepEqual(await titles(`video-comments.json?${filter}`), ['Mine - bob'])
    }
    assert.deepEqual(await titles(`video-comments.json?videoId=${video.uuid}&accountId=${ada.accountId}`), [])
    assert.equal((await get(`video-comments.xml?videoId=${video.uuid}&videoChannelId=${channelId}`)).statusCode, 400)
    assert.equal(
      (await get(`video-comments.xml?videoId=${video.uuid}&videoChannelName=talker_channel`)).statusCode,
      400,
    )
  })

  test('of a video that is not public: only for those who may read it, who find nothing', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'ada', privacy: 4 })
    await comment(video.id, bob.accountId)
    const url = `video-comments.json?videoId=${video.uuid}`
    assert.equal((await get(url)).statusCode, 401)
    const token = await server.login('bob', userPassword)
    const answer = await get(url, { as: token })
    assert.deepEqual([answer.statusCode, answer.json().items], [200, []])
    assert.equal(answer.headers['cache-control'], 'no-cache, no-store, must-revalidate')
    const priv = await makeTestVideo(server.ctx, { owner: 'ada', privacy: 3 })
    assert.equal((await get(`video-comments.json?videoId=${priv.uuid}`, { as: token })).statusCode, 403)
    assert.equal((await get(url, { as: 'wrong' })).statusCode, 401)
  })
})

describe('subscriptions', () => {
  const feedToken = async (token: string, method: 'GET' | 'POST' = 'GET') =>
    (await server.request({ method, url: '/api/v1/users/scoped-tokens', as: token })).json().feedToken as string

  test('shows what the account follows, for its token alone, without those it mutes', async () => {
    const { ctx } = server
    await addUser(ctx, 'fan')
    const star = await addUser(ctx, 'star')
    const token = await server.login('fan', userPassword)
    const { rows } = await sql<{ id: number }>`SELECT a."id" FROM "account" a JOIN "user" u ON u."id" = a."userId"
      WHERE u."username" = 'fan'`.execute(ctx.db)
    const accountId = rows[0]!.id
    await makeTestVideo(ctx, { owner: 'star', name: 'Followed' })
    const follow = { uri: `star_channel@${ctx.origin.host}` }
    const added = await server.request({
      ...{ method: 'POST', url: '/api/v1/users/me/subscriptions', payload: follow, as: token },
    })
    assert.equal(added.statusCode, 204, added.body)
    const key = await feedToken(token)
    const url = (secret: string) => `subscriptions.json?accountId=${accountId}&token=${secret}`
    let found: string[] = []
    for (let tries = 0; tries < 50 && found.length === 0; tries++) {
      await sql`UPDATE "actorFollow" SET "state" = 'accepted'`.execute(ctx.db)
      found = await titles(url(key))
      if (found.length === 0) await sleep(20)
    }
    assert.deepEqual(found, ['Followed'])
    assert.equal((await get(`subscriptions.xml?accountId=${accountId}&token=${key}`)).statusCode, 200)
    assert.equal((await get(url('wrong'))).statusCode, 403)
    assert.equal((await get(`subscriptions.json?accountId=${star.accountId}&token=${key}`)).statusCode, 403)
    assert.equal((await get(`${url(key)}&sort=color`)).statusCode, 400)
    assert.equal((await get(`${url(key)}&include=1`)).statusCode, 401)

    const unmute = await mute(accountId, star.accountId)
    assert.deepEqual(await titles(url(key)), [])
    await unmute()

    const renewed = await feedToken(token, 'POST')
    assert.equal((await get(url(key))).statusCode, 403)
    assert.deepEqual(await titles(url(renewed)), ['Followed'])
    await sql`UPDATE "user" SET "blocked" = true WHERE "username" = 'fan'`.execute(ctx.db)
    assert.equal((await get(url(renewed))).statusCode, 403)
  })

  test('403 for an account of another server', async () => {
    const { accountId } = await addRemoteAccount(server.ctx.db, { name: 'lou', host: 'far.example' })
    assert.equal((await get(`subscriptions.json?accountId=${accountId}&token=x`)).statusCode, 403)
  })
})
