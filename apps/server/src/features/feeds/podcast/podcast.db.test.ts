import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import Parser from 'rss-parser'
import { sql } from 'kysely'
import sharp from 'sharp'
import { v5 as nameBasedUuid } from 'uuid'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser } from '#features/videos/testing/add-user.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'

let server: TestServer
let owner: { userId: number; accountId: number; channelId: number }

before(async () => {
  server = await startTestServer({ settings: { rates_limit: { feeds: { max: 5000 } } } })
  owner = await addUser(server.ctx, 'host')
})
after(() => server.close())

async function podcast(query: string) {
  const answer = await server.request({ url: `/feeds/podcast/videos.xml?${query}` })
  assert.equal(answer.statusCode, 200, answer.body)
  const parser = new XMLParser({
    ...{ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false },
    isArray: (name) => ['item', 'podcast:liveItem', 'podcast:alternateEnclosure', 'podcast:source'].includes(name),
  })
  return { body: answer.body, headers: answer.headers, channel: parser.parse(answer.body).rss.channel }
}

const ofChannel = (more = '') => podcast(`videoChannelId=${owner.channelId}${more}`)

/** Another HLS rendition, and one of sound alone. */
async function addRenditions(video: TestVideo): Promise<{ large: number; sound: number }> {
  const add = async (resolution: number, streams: number) => {
    const { rows } = await sql<{ id: number }>`
      INSERT INTO "videoFile" ("resolution", "width", "height", "size", "extname", "fps", "formatFlags", "streams",
        "filename", "videoStreamingPlaylistId", "createdAt", "updatedAt")
      SELECT ${resolution}::int, 1, ${resolution}::int, 1000, '.mp4', 30, 2, ${streams}::int, ${`f-${resolution}-fragmented.mp4`},
        "id", now(), now() FROM "videoStreamingPlaylist" WHERE "videoId" = ${video.id} RETURNING "id"`.execute(
      server.ctx.db,
    )
    return rows[0]!.id
  }
  return { large: await add(1080, 1), sound: await add(0, 2) }
}

describe('the podcast of a channel', () => {
  let video: TestVideo
  let renditions: Awaited<ReturnType<typeof addRenditions>>

  before(async () => {
    video = await makeTestVideo(server.ctx, {
      ...{ owner: 'host', name: 'Episode <1>', description: 'About *this*', language: 'fr', category: 11 },
      originallyPublishedAt: new Date('2021-02-03T04:05:06Z'),
    })
    renditions = await addRenditions(video)
    await sql`INSERT INTO "videoCaption" ("language", "filename", "automaticallyGenerated", "cached", "videoId", "createdAt", "updatedAt")
      VALUES ('en', 'caption-en.vtt', false, false, ${video.id}, now(), now())`.execute(server.ctx.db)
  })

  test('has what the directories ask for', async () => {
    const { channel, headers } = await ofChannel()
    const { url } = server.ctx.origin
    assert.equal(headers['content-type'], 'application/rss+xml; charset=utf-8')
    assert.deepEqual([channel.link, channel.language], [`${url}/c/host_channel/videos`, 'fr'])
    assert.ok(channel.description)
    assert.equal(channel['podcast:guid'], nameBasedUuid(`${url}/video-channels/host_channel`, nameBasedUuid.URL))
    assert.equal(channel['podcast:medium'], 'video')
    assert.equal(channel['itunes:explicit'], 'false')
    assert.equal(channel['itunes:author'], channel.title)
    assert.equal(channel['itunes:category']['@text'], 'News')
    assert.equal(channel['itunes:category']['itunes:category']['@text'], 'Politics')
    assert.equal(channel['itunes:image']['@href'], `${url}/client/assets/images/cover.png`)
    assert.equal(channel.image.url, channel['itunes:image']['@href'])
    const cover = await sharp('apps/web/static/client/assets/images/cover.png').metadata()
    assert.deepEqual([cover.width, cover.height, cover.space, cover.hasAlpha], [1500, 1500, 'srgb', false])
    assert.equal(channel['podcast:person']['@href'], channel.link)
    assert.equal(channel['podcast:locked'], 'yes')
    assert.equal(channel['itunes:owner'], undefined)
  })

  test('has a category also when no video has one', async () => {
    const { channelId } = await addUser(server.ctx, 'quiet')
    const { channel } = await podcast(`videoChannelId=${channelId}`)
    assert.equal(channel['itunes:category']['@text'], 'Society & Culture')
    assert.equal(channel.language, 'en')
  })

  test('tells the address of the owner only when that is public', async () => {
    await sql`UPDATE "user" SET "emailPublic" = true WHERE "id" = ${owner.userId}`.execute(server.ctx.db)
    const { channel } = await ofChannel()
    assert.deepEqual(channel['podcast:locked'], { '#text': 'yes', '@owner': 'host@example.com' })
    assert.equal(channel['itunes:owner']['itunes:email'], 'host@example.com')
    await sql`UPDATE "user" SET "emailPublic" = false WHERE "id" = ${owner.userId}`.execute(server.ctx.db)
  })

  test('an episode: enclosure, other files, transcripts, where it is talked about', async () => {
    const { channel } = await ofChannel()
    const { url } = server.ctx.origin
    const [item] = channel.item
    assert.equal(item.title, 'Episode <1>')
    assert.equal(item.description, '<p>About <em>this</em></p>')
    assert.deepEqual([item.guid['#text'], item.guid['@isPermaLink']], [`${url}/videos/watch/${video.uuid}`, 'false'])
    assert.equal(item.pubDate, 'Wed, 03 Feb 2021 04:05:06 GMT')
    assert.deepEqual([item['itunes:duration'], item['itunes:explicit']], ['60', 'false'])
    assert.equal(item.enclosure['@url'], `${url}/static/web-videos/${video.webVideo}`)
    const generated = `${url}/download/videos/generate/${video.uuid}`
    assert.deepEqual(
      item['podcast:alternateEnclosure'].map((medium: any) => [
        medium['@default'],
        medium['podcast:source'][0]['@uri'],
      ]),
      [
        ['true', `${url}/static/web-videos/${video.webVideo}`],
        ['false', `${generated}.m4a?videoFileIds=${renditions.sound}`],
        ['false', `${generated}.mp4?videoFileIds=${renditions.large}&videoFileIds=${renditions.sound}`],
        ['false', `${url}/static/streaming-playlists/hls/${video.uuid}/${video.master}`],
      ],
    )
    assert.deepEqual(item['podcast:transcript'], {
      ...{ '@url': `${url}/lazy-static/video-captions/caption-en.vtt`, '@type': 'text/vtt' },
      ...{ '@language': 'en', '@rel': 'captions' },
    })
    assert.equal(item['podcast:socialInteract']['@uri'], item.guid['#text'])
    assert.equal(item['podcast:socialInteract']['@accountId'], `@host@${server.ctx.origin.host}`)
  })

  for (const [preference, type, end] of [
    ['video', 'video/mp4', '480.mp4'],
    ['audio', 'audio/mp4', ''],
    ['m3u8', 'application/x-mpegURL', 'master.m3u8'],
  ] as const) {
    test(`enclosurePreference=${preference}`, async () => {
      const { channel } = await ofChannel(`&enclosurePreference=${preference}`)
      assert.equal(channel.item[0].enclosure['@type'], type)
      assert.ok(channel.item[0].enclosure['@url'].includes(end))
    })
  }

  test('a reader of podcasts understands it', async () => {
    const feed = await new Parser().parseString((await ofChannel()).body)
    assert.equal(feed.itunes?.author, feed.title)
    assert.equal(feed.items[0]!.enclosure?.type, 'video/mp4')
    assert.equal(feed.items[0]!.itunes?.duration, '60')
  })

  test('is explicit when a public video is, unless the platform lists none', async () => {
    const explicit = await makeTestVideo(server.ctx, { owner: 'host', name: 'Explicit', nsfw: true })
    const { channel } = await ofChannel()
    assert.equal(channel['itunes:explicit'], 'true')
    assert.equal(channel.item.find((item: any) => item.title === 'Explicit')['itunes:explicit'], 'true')
    await sql`UPDATE "video" SET "privacy" = 3 WHERE "id" = ${explicit.id}`.execute(server.ctx.db)
    assert.equal((await ofChannel()).channel['itunes:explicit'], 'false')
  })

  test('lives: streaming or planned ones are live items, ended ones and videos without media are left out', async () => {
    const { ctx } = server
    const on = await makeTestVideo(ctx, { owner: 'host', name: 'On air' })
    const planned = await makeTestVideo(ctx, { owner: 'host', name: 'Planned', state: 4 })
    const ended = await makeTestVideo(ctx, { owner: 'host', name: 'Ended', state: 5 })
    const empty = await makeTestVideo(ctx, { owner: 'host', name: 'Empty' })
    await sql`UPDATE "video" SET "isLive" = true WHERE "id" IN (${sql.join([on.id, planned.id, ended.id])})`.execute(
      ctx.db,
    )
    await sql`DELETE FROM "videoFile" WHERE "videoId" = ${empty.id}`.execute(ctx.db)
    await sql`DELETE FROM "videoStreamingPlaylist" WHERE "videoId" = ${empty.id}`.execute(ctx.db)
    await sql`WITH l AS (
        INSERT INTO "videoLive" ("saveReplay", "permanentLive", "latencyMode", "dvrWindow", "videoId", "createdAt", "updatedAt")
        VALUES (false, false, 1, 60, ${planned.id}, now(), now()) RETURNING "id")
      INSERT INTO "videoLiveSchedule" ("startAt", "liveVideoId", "createdAt", "updatedAt")
      SELECT '2100-01-01T00:00:00Z', "id", now(), now() FROM l`.execute(ctx.db)
    const { channel, body } = await ofChannel()
    const lives: any[] = channel['podcast:liveItem']
    assert.deepEqual(new Set(lives.map((live) => live.title)), new Set(['On air', 'Planned']))
    const waiting = lives.find((live) => live.title === 'Planned')
    assert.deepEqual([waiting['@status'], waiting['@start']], ['pending', '2100-01-01T00:00:00.000Z'])
    const streaming = lives.find((live) => live.title === 'On air')
    assert.equal(streaming['@status'], 'live')
    assert.equal(streaming.enclosure['@type'], 'application/x-mpegURL')
    assert.match(streaming.guid['#text'], /\?publishedAt=\d{4}-.*Z$/)
    assert.doesNotMatch(body, /<title>(Ended|Empty)</)
  })

  test('plugins add namespaces and tags', async () => {
    const { hooks } = server.ctx
    const seen: boolean[] = []
    const ends = [
      hooks.on('filter:feed.podcast.rss.create-custom-xmlns.result', () => [
        { name: 'biz', value: 'https://biz.example' },
      ]),
      hooks.on('filter:feed.podcast.channel.create-custom-tags.result', (_tags: unknown, params: any) => [
        { name: 'biz:channel', value: params.videoChannel.name },
      ]),
      hooks.on('filter:feed.podcast.video.create-custom-tags.result', (_tags: unknown, params: any) => {
        seen.push(params.liveItem)
        return [{ name: 'biz:video', attributes: { id: params.video.id } }]
      }),
    ]
    const { channel, body } = await ofChannel()
    for (const end of ends) end()
    assert.match(body, /xmlns:biz="https:\/\/biz\.example"/)
    assert.equal(channel['biz:channel'], 'host_channel')
    assert.ok(channel.item.every((item: any) => item['biz:video']['@id']))
    assert.ok(seen.includes(true) && seen.includes(false))
  })
})

describe('the podcast of a playlist', () => {
  async function makePlaylist(change: { privacy?: number; channelId?: number | null } = {}) {
    const { privacy = 1, channelId = owner.channelId } = change
    const uuid = crypto.randomUUID()
    const { rows } = await sql<{ id: number }>`
      INSERT INTO "videoPlaylist" ("uuid", "url", "name", "description", "privacy", "ownerAccountId", "videoChannelId",
        "createdAt", "updatedAt")
      VALUES (${uuid}, ${`https://p.example/${uuid}`}, 'Season 1', 'The first', ${privacy}, ${owner.accountId}, ${channelId},
        now(), now()) RETURNING "id"`.execute(server.ctx.db)
    return { id: rows[0]!.id, uuid, url: `https://p.example/${uuid}` }
  }

  test('last element first, unlisted ones too, but nothing that anonymous viewers may not read', async () => {
    const playlist = await makePlaylist()
    let position = 0
    for (const [name, privacy] of [
      ['A', 1],
      ['B', 2],
      ['C', 3],
      ['D', 4],
      ['E', 5],
      ['F', 1],
      ['G', 1],
    ] as const) {
      const { id } = await makeTestVideo(server.ctx, {
        owner: 'host',
        name,
        privacy,
        ...(privacy === 5 ? { videoPasswords: ['pw'] } : {}),
      })
      await sql`INSERT INTO "videoPlaylistElement" ("position", "videoPlaylistId", "videoId", "createdAt", "updatedAt")
        VALUES (${++position}, ${playlist.id}, ${id}, now(), now())`.execute(server.ctx.db)
      if (name === 'F') {
        await sql`INSERT INTO "videoBlacklist" ("type", "unfederated", "videoId", "createdAt", "updatedAt")
          VALUES (1, false, ${id}, now(), now())`.execute(server.ctx.db)
      }
    }
    const end = server.ctx.hooks.on(
      'filter:feed.podcast.video-playlist.create-custom-tags.result',
      (_tags: unknown, params: any) => [{ name: 'season', value: params.videoPlaylist.name }],
    )
    for (const ref of [playlist.id, playlist.uuid, uuidToShort(playlist.uuid)]) {
      const { channel } = await podcast(`playlistId=${ref}`)
      assert.deepEqual(
        channel.item.map((item: any) => item.title),
        ['G', 'B', 'A'],
      )
      assert.deepEqual([channel.title, channel.description, channel.season], ['Season 1', 'The first', 'Season 1'])
      assert.equal(channel.link, `${server.ctx.origin.url}/w/p/${uuidToShort(playlist.uuid)}`)
      assert.equal(channel['podcast:guid'], nameBasedUuid(playlist.url, nameBasedUuid.URL))
    }
    end()
  })

  test('400 unless it is public and of a channel', async () => {
    for (const change of [{ privacy: 2 }, { privacy: 3 }, { channelId: null }]) {
      const { uuid } = await makePlaylist(change)
      const answer = await server.request({ url: `/feeds/podcast/videos.xml?playlistId=${uuid}` })
      assert.equal(answer.statusCode, 400, answer.body)
    }
  })
})

test('406 for what is not XML', async () => {
  const url = `/feeds/podcast/videos.xml?videoChannelId=${owner.channelId}`
  assert.equal((await server.request({ url, headers: { accept: 'application/json' } })).statusCode, 406)
})
