import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { formOf } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import type { VideoCaption } from '@sepiola/contract/schemas/video-files.ts'
import { hlsKey, removeStreamingPlaylist } from '#features/videos/public.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { findCaptions } from './captions.sql.ts'
import { refreshCaptionPlaylists } from './playlists/refresh-caption-playlists.ts'

const subRip = '1\r\n00:00:01,500 --> 00:00:04,000\r\nBonjour\r\n'

describe('captions', () => {
  let server: TestServer
  let owner: string
  let other: string
  let root: string
  let moderator: string
  let video: TestVideo

  before(async () => {
    server = await startTestServer()
    ;({ owner, other, moderator } = await addPeople(server, { owner: 2, other: 2, moderator: 1 }))
    root = await server.login()
    video = await makeTestVideo(server.ctx, { owner: 'owner' })
  })
  after(() => server.close())

  const put = (
    id: string | number,
    language: string,
    as: string | undefined,
    { content = subRip, filename = 'words.srt', field = 'captionfile' } = {},
  ) =>
    server.request({
      method: 'PUT',
      url: `/api/v1/videos/${id}/captions/${language}`,
      payload: formOf({}, { [field]: [filename, content] }),
      ...(as === undefined ? {} : { as }),
    })
  const remove = (id: string | number, language: string, as?: string) =>
    server.request({
      method: 'DELETE',
      url: `/api/v1/videos/${id}/captions/${language}`,
      ...(as === undefined ? {} : { as }),
    })
  const list = async (id: string | number = video.uuid) =>
    (await server.request({ url: `/api/v1/videos/${id}/captions` })).json<{ total: number; data: VideoCaption[] }>()
  const stored = async (key: string) => text(await server.ctx.storage.read('streaming_playlists', key))
  const master = async (of: TestVideo) => {
    const row = await server.ctx.db
      .selectFrom('videoStreamingPlaylist')
      .select('playlistFilename')
      .where('videoId', '=', of.id)
      .executeTakeFirstOrThrow()
    return stored(hlsKey(of, row.playlistFilename!))
  }

  test('SubRip becomes WebVTT; the file can be fetched', async () => {
    const answer = await put(video.uuid, 'fr', owner)
    assert.equal(answer.statusCode, 204, answer.body)
    assert.equal(answer.body, '')
    const { total, data } = await list()
    assert.equal(total, 1)
    const [caption] = data
    assert.deepEqual(caption?.language, { id: 'fr', label: 'French' })
    assert.equal(caption.automaticallyGenerated, false)
    assert.match(caption.captionPath!, /^\/lazy-static\/video-captions\/[0-9a-f-]{36}-fr\.vtt$/)
    const file = await server.request({ url: caption.captionPath! })
    assert.equal(file.statusCode, 200)
    assert.equal(file.headers['content-type'], 'text/vtt; charset=utf-8')
    assert.equal(file.body, 'WEBVTT\n\n1\n00:00:01.500 --> 00:00:04.000\nBonjour\n')
  })

  test('one per language: replaced, with its id; ordered by language', async () => {
    const before = (await list()).data[0]!
    const [row] = await findCaptions(server.ctx.db, video.id)
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nSalut\n'
    assert.equal((await put(video.id, 'fr', owner, { content: vtt, filename: 'x.VTT' })).statusCode, 204)
    assert.equal((await put(video.uuid, 'en', owner, { content: vtt, filename: 'x.vtt' })).statusCode, 204)
    const { total, data } = await list()
    assert.equal(total, 2)
    assert.deepEqual(
      data.map(({ language }) => language.id),
      ['en', 'fr'],
    )
    assert.notEqual(data[1]!.captionPath, before.captionPath)
    assert.equal((await server.request({ url: data[1]!.captionPath! })).body, vtt)
    assert.equal((await findCaptions(server.ctx.db, video.id))[1]!.id, row!.id)
    await remove(video.uuid, 'en', owner)
  })

  test('HLS: a playlist per caption, named by the master; gone with the caption', async () => {
    await refreshCaptionPlaylists(server.ctx, video.id)
    const { data } = await list()
    const url = data[0]!.m3u8Url!
    assert.match(url, new RegExp(`/static/streaming-playlists/hls/${video.uuid}/[0-9a-f-]{36}-fr\\.m3u8$`))
    const playlist = await server.request({ url: new URL(url).pathname })
    assert.equal(
      playlist.body,
      `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:60\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:60,\n${data[0]!.fileUrl}\n#EXT-X-ENDLIST\n`,
    )
    const name = url.split('/').at(-1)
    assert.match(await master(video), new RegExp(`TYPE=SUBTITLES,.*NAME="French".*LANGUAGE="fr",URI="${name}"`))

    const before = await master(video)
    await refreshCaptionPlaylists(server.ctx, video.id)
    assert.equal(await master(video), before, 'done twice it changes nothing')
    assert.equal((await list()).data[0]!.m3u8Url, url)

    assert.equal((await remove(video.uuid, 'fr', owner)).statusCode, 204)
    assert.deepEqual(await list(), { total: 0, data: [] })
    await refreshCaptionPlaylists(server.ctx, video.id)
    assert.doesNotMatch(await master(video), /SUBTITLES/)
  })

  test('without HLS there is no playlist; one that lost its file is written again', async () => {
    const plain = await makeTestVideo(server.ctx, { owner: 'owner' })
    await put(plain.uuid, 'de', owner)
    await refreshCaptionPlaylists(server.ctx, plain.id)
    const [first] = await findCaptions(server.ctx.db, plain.id)
    await server.ctx.storage.remove('streaming_playlists', hlsKey(plain, first!.m3u8Filename!))
    await refreshCaptionPlaylists(server.ctx, plain.id)
    const [second] = await findCaptions(server.ctx.db, plain.id)
    assert.notEqual(second!.m3u8Filename, first!.m3u8Filename)
    assert.match(await master(plain), new RegExp(second!.m3u8Filename!))
    await server.ctx.db.transaction().execute((tx) => removeStreamingPlaylist(server.ctx, tx, plain))
    await refreshCaptionPlaylists(server.ctx, plain.id)
    assert.equal((await list(plain.uuid)).data[0]!.m3u8Url, null)
  })

  test('edits of the video keep its captions; their playlists move with its files', async () => {
    const edited = await makeTestVideo(server.ctx, { owner: 'owner' })
    assert.equal((await put(edited.uuid, 'fr', owner)).statusCode, 204)
    await refreshCaptionPlaylists(server.ctx, edited.id)
    const change = async (payload: object) => {
      const url = `/api/v1/videos/${edited.uuid}`
      assert.equal((await server.request({ method: 'PUT', url, payload, as: owner })).statusCode, 204)
      const answer = await server.request({ url: `${url}/captions`, as: owner })
      const [caption, ...others] = answer.json<{ data: VideoCaption[] }>().data
      assert.equal(others.length, 0)
      assert.deepEqual([caption!.language.id, caption!.automaticallyGenerated], ['fr', false])
      const words = await server.request({ url: caption!.captionPath! })
      assert.match(words.body, /Bonjour/)
      const playlist = await server.request({ url: new URL(caption!.m3u8Url!).pathname, as: owner })
      assert.equal(playlist.statusCode, 200, caption!.m3u8Url!)
      assert.ok(playlist.body.includes(caption!.fileUrl!))
      assert.match(
        await master({ ...edited, privacy: edited.privacy }),
        new RegExp(caption!.m3u8Url!.split('/').at(-1)!),
      )
      return caption!
    }
    await change({ name: 'Another name', description: 'Another description', language: 'de', tags: ['new'] })
    edited.privacy = 3
    assert.match((await change({ privacy: 3 })).m3u8Url!, /\/hls\/private\//)
    edited.privacy = 2
    assert.doesNotMatch((await change({ privacy: 2 })).m3u8Url!, /private/)
    const channel = await server.request({
      method: 'POST',
      url: '/api/v1/video-channels',
      payload: { name: 'second_home', displayName: 'Second home' },
      as: owner,
    })
    await change({ channelId: channel.json().videoChannel.id })
  })

  test('who may', async () => {
    const rows: [string | undefined, number][] = [
      [undefined, 401],
      [other, 403],
      [owner, 204],
      [moderator, 204],
      [root, 204],
    ]
    for (const [as, expected] of rows) {
      assert.equal((await put(video.uuid, 'es', as)).statusCode, expected, `put ${expected}`)
      if (expected !== 204) await put(video.uuid, 'es', owner)
      assert.equal((await remove(video.uuid, 'es', as)).statusCode, expected, `delete ${expected}`)
    }
  })

  test('what is refused, without changing anything', async () => {
    const invalid = (answer: { json(): Record<string, any> }) => Object.keys(answer.json()['invalid-params'] ?? {})
    for (const language of ['zz', 'fsl', 'zxx', 'constructor']) {
      const answer = await put(video.uuid, language, owner)
      assert.equal(answer.statusCode, 400, language)
      assert.deepEqual(invalid(answer), ['captionLanguage'])
    }
    const wrongName = await put(video.uuid, 'fr', owner, { filename: 'words.txt' })
    assert.equal(wrongName.statusCode, 400)
    assert.deepEqual(invalid(wrongName), ['captionfile'])
    assert.equal((await put(video.uuid, 'fr', owner, { content: 'no words' })).statusCode, 400)
    assert.equal((await put('no-id', 'fr', owner)).statusCode, 400)
    assert.equal((await put('5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001', 'fr', owner)).statusCode, 404)
    const empty = await server.request({
      method: 'PUT',
      url: `/api/v1/videos/${video.uuid}/captions/fr`,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b--\r\n',
      as: owner,
    })
    assert.equal(empty.statusCode, 400)
    assert.equal((await put(video.uuid, 'fr', owner, { content: 'x'.repeat(21 * 1024 * 1024) })).statusCode, 400)
    assert.equal((await list()).total, 0)

    assert.equal((await remove(video.uuid, 'fr', owner)).statusCode, 404)
    assert.equal((await remove(video.uuid, 'fr', other)).statusCode, 404, 'unknown before forbidden')
    assert.equal((await remove(video.uuid, 'zz', owner)).statusCode, 400)
    assert.equal((await remove('no-id', 'fr', owner)).statusCode, 400)
  })

  test('transcription is switched off', async () => {
    const generate = (as?: string, payload: object = {}) =>
      server.request({
        method: 'POST',
        url: `/api/v1/videos/${video.uuid}/captions/generate`,
        payload,
        ...(as === undefined ? {} : { as }),
      })
    assert.equal((await generate()).statusCode, 401)
    assert.equal((await generate(owner, { forceTranscription: 'perhaps' })).statusCode, 400)
    const answer = await generate(owner)
    assert.equal(answer.statusCode, 400)
    assert.match(answer.json().detail, /disabled/)
  })

  test('the channel knows who did it, plugins and followers are told', async () => {
    const activity = await server.ctx.db
      .selectFrom('videoChannelActivity')
      .select('accountId')
      .where('videoId', '=', video.id)
      .where('action', '=', 4)
      .execute()
    assert.ok(activity.length > 3)
    const told: string[] = []
    server.ctx.hooks.on('action:api.video-caption.created', ({ caption }: any) => void told.push(caption.language))
    server.ctx.hooks.on('action:api.video-caption.deleted', ({ caption }: any) => void told.push(caption.language))
    await put(video.uuid, 'it', owner)
    await remove(video.uuid, 'it', owner)
    assert.deepEqual(told, ['it', 'it'])
  })
})
