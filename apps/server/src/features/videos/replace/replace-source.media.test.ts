import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import type { VideoCaption } from '@sepiola/contract/schemas/video-files.ts'
import { addPeople } from '../testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '../testing/make-test-video.ts'
import { changePending } from '../files/files.sql.ts'
import { findVideoForTranscoding } from '../state/find-video-for-transcoding.sql.ts'
import { recordCreatedKeys } from '../upload/upload-session.sql.ts'

const settings = {
  video_file: { update: { enabled: true } },
  transcoding: { resolutions: { '144p': true, '240p': false, '360p': false, '480p': false, '720p': false } },
}

describe('another file for a video', () => {
  let server: TestServer
  let tokens: Record<'owner' | 'other' | 'mod', string>
  let clip: Buffer
  const folder = mkdtempSync(join(tmpdir(), 'sepiola-replace-'))

  before(async () => {
    server = await startTestServer({ worker: true, listen: true, settings })
    tokens = await addPeople(server, { owner: 2, other: 2, mod: 1 })
    const file = join(folder, 'clip.mp4')
    const source = ['-f', 'lavfi', '-i', 'testsrc2=size=240x240:rate=25:duration=4']
    const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
    execFileSync(server.ctx.media.ffmpegPath, ['-v', 'error', ...source, ...encode, file])
    clip = readFileSync(file)
  })
  after(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })

  const url = (id: string | number) => `/api/v1/videos/${id}/source/replace-resumable`
  const announce = (
    id: string | number,
    { as = tokens.owner, size = clip.length, type = 'video/mp4', filename = 'second cut.mp4' as unknown } = {},
  ) =>
    server.request({
      method: 'POST',
      url: url(id),
      headers: { 'x-upload-content-length': String(size), 'x-upload-content-type': type, host: 'videos.example' },
      payload: { filename },
      ...(as === '' ? {} : { as }),
    })
  const start = async (id: string | number, options?: Parameters<typeof announce>[1]) => {
    const answer = await announce(id, options)
    assert.equal(answer.statusCode, 201, answer.body)
    assert.match(
      String(answer.headers.location),
      /^\/\/videos\.example\/api\/v1\/videos\/[\w-]+\/source\/replace-resumable\?/,
    )
    return String(answer.headers.location).split('upload_id=')[1]!
  }
  const put = (
    id: string | number,
    uploadId: string,
    bytes: Buffer,
    from: number,
    as = tokens.owner,
    total = clip.length,
  ) =>
    server.request({
      method: 'PUT',
      url: `${url(id)}?upload_id=${uploadId}`,
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes ${from}-${from + bytes.length - 1}/${total}`,
      },
      payload: bytes,
      as,
    })
  const details = async (id: string | number) =>
    (await server.request({ url: `/api/v1/videos/${id}`, as: tokens.owner })).json()
  const pictures = async (id: string | number) =>
    (await details(id)).thumbnails.map(({ fileUrl }: { fileUrl: string }) => fileUrl) as string[]
  const forState = (id: number, state: number) =>
    server.ctx.db.updateTable('video').set({ state }).where('id', '=', id).execute()
  const waitFor = async (done: () => Promise<boolean>) => {
    for (let tries = 0; tries < 400; tries++) {
      if (await done()) return
      await sleep(50)
    }
    throw new Error('It does not happen')
  }
  const exists = async (area: 'web_videos' | 'streaming_playlists', key: string) =>
    (await server.ctx.storage.stat(area, key)) !== undefined
  const oldFiles = (video: TestVideo, hidden = '') =>
    [
      ['web_videos', hidden + video.webVideo],
      ...[video.hlsVideo, video.mediaPlaylist, video.master].map((name) => [
        'streaming_playlists',
        `hls/${hidden}${video.uuid}/${name}`,
      ]),
    ] as ['web_videos' | 'streaming_playlists', string][]

  test('the new file takes the place of all others and is transcoded', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    for (const [area, key] of oldFiles(video)) assert.ok(await exists(area, key), key)
    const picturesBefore = await pictures(video.uuid)
    // A run of the old file is under way.
    await changePending(server.ctx.db, video.id, 'pendingTranscode', 5, new Date())
    const uploadId = await start(video.uuid)
    const half = await put(video.uuid, uploadId, clip.subarray(0, 1000), 0)
    assert.equal(half.statusCode, 308)
    assert.equal(half.headers.range, 'bytes=0-999')
    assert.equal((await details(video.uuid)).inputFileUpdatedAt, null)
    const answer = await put(video.uuid, uploadId, clip.subarray(1000), 1000)
    assert.equal(answer.statusCode, 200, answer.body)
    assert.equal(answer.json().inputFilename, 'second cut.mp4')
    assert.equal(answer.json().size, clip.length)
    const again = await put(video.uuid, uploadId, clip.subarray(1000), 1000)
    assert.deepEqual(again.json(), answer.json(), 'the last chunk again is answered the same')

    const after = await details(video.uuid)
    assert.equal(after.duration, 4)
    assert.equal(after.aspectRatio, 1)
    assert.ok(Date.parse(after.inputFileUpdatedAt) > Date.parse(after.createdAt))
    assert.deepEqual(
      (await pictures(video.uuid)).filter((picture) => picturesBefore.includes(picture)),
      [],
    )
    await waitFor(async () => {
      const { state, streamingPlaylists } = await details(video.uuid)
      return state.id === 1 && streamingPlaylists[0]?.files.length > 0
    })
    const { files } = (await details(video.uuid)).streamingPlaylists[0]
    assert.ok(files.every((file: { width: number; height: number }) => file.width === file.height))
    for (const [area, key] of oldFiles(video)) await waitFor(async () => !(await exists(area, key)))
    await waitFor(async () => (await findVideoForTranscoding(server.ctx.db, { id: video.id }))!.pendingTranscode === 0)
    const playable = await server.request({ url: new URL(files[0].fileUrl).pathname })
    assert.equal(playable.statusCode, 200)
    await waitFor(async () => {
      const storyboards = await server.request({ url: `/api/v1/videos/${video.uuid}/storyboards` })
      return storyboards.json().storyboards.length === 1
    })
    const source = await server.request({ url: `/api/v1/videos/${video.uuid}/source`, as: tokens.owner })
    assert.equal(source.json().inputFilename, 'second cut.mp4')
    const activity = await server.ctx.db
      .selectFrom('videoChannelActivity')
      .select('id')
      .where('videoId', '=', video.id)
      .where('action', '=', 8)
      .execute()
    assert.equal(activity.length, 1)
  })

  test('captions stay, and the new playlist names them', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const captions = async () =>
      (await server.request({ url: `/api/v1/videos/${video.uuid}/captions` })).json<{ data: VideoCaption[] }>().data
    const words = 'WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour\n'
    const form = new FormData()
    form.append('captionfile', new Blob([words]), 'words.vtt')
    const sent = await fetch(new URL(`/api/v1/videos/${video.uuid}/captions/fr`, server.url), {
      method: 'PUT',
      headers: { authorization: `Bearer ${tokens.owner}` },
      body: form,
    })
    assert.equal(sent.status, 204)
    await waitFor(async () => (await captions())[0]?.m3u8Url != null)
    const [before] = await captions()

    const answer = await put(video.uuid, await start(video.uuid), clip, 0)
    assert.equal(answer.statusCode, 200, answer.body)
    const kept = async () => {
      const [caption, ...others] = await captions()
      assert.deepEqual(others, [])
      assert.deepEqual(
        [caption!.language.id, caption!.automaticallyGenerated, caption!.fileUrl],
        ['fr', false, before!.fileUrl],
      )
      return caption!
    }
    await kept()
    const fresh = async () => {
      const [playlist] = (await details(video.uuid)).streamingPlaylists
      const { m3u8Url } = await kept()
      if (!playlist || m3u8Url === null || m3u8Url === before!.m3u8Url) return undefined
      const master = await server.request({ url: new URL(playlist.playlistUrl).pathname })
      return master.body.includes(m3u8Url!.split('/').at(-1)!) ? m3u8Url! : undefined
    }
    await waitFor(async () => (await fresh()) !== undefined)
    const playlist = await server.request({ url: new URL((await fresh())!).pathname })
    assert.match(playlist.body, /^#EXTINF:4,$/m)
    assert.equal((await server.request({ url: new URL((await kept()).fileUrl!).pathname })).body, words)
  })

  test('pictures that somebody chose stay; a private video stays private', async () => {
    const thumbnails = [
      { filename: 'chosen-1.jpg', width: 280, height: 157, aspectRatio: '16:9', automaticallyGenerated: false },
    ]
    const video = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 3, thumbnails })
    const before = await pictures(video.uuid)
    const answer = await put(video.id, await start(video.id), clip, 0)
    assert.equal(answer.statusCode, 200, answer.body)
    assert.deepEqual(await pictures(video.uuid), before)
    await waitFor(async () => (await details(video.uuid)).state.id === 1)
    for (const [area, key] of oldFiles(video, 'private/')) await waitFor(async () => !(await exists(area, key)))
    const { files } = (await details(video.uuid)).streamingPlaylists[0]
    assert.match(files[0].fileUrl, /\/hls\/private\//)
    assert.equal((await server.request({ url: new URL(files[0].fileUrl).pathname })).statusCode, 401)
    assert.equal((await server.request({ url: new URL(files[0].fileUrl).pathname, as: tokens.owner })).statusCode, 200)
  })

  test('killed after the file was moved, and the privacy changed since: nothing is lost', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const uploadId = await start(video.uuid)
    await put(video.uuid, uploadId, clip.subarray(0, 1000), 0)
    const key = '00000000-0000-4000-8000-000000000002-240.mp4'
    await recordCreatedKeys(server.ctx.db, uploadId, [{ area: 'web_videos', key }], new Date())
    await server.ctx.storage.write('web_videos', key, clip)
    const { userId } = await server.ctx.db
      .selectFrom('account')
      .innerJoin('videoChannel', 'videoChannel.accountId', 'account.id')
      .innerJoin('video', 'video.channelId', 'videoChannel.id')
      .select('account.userId')
      .where('video.id', '=', video.id)
      .executeTakeFirstOrThrow()
    await rm(server.ctx.storage.localPath('tmp', `resumable-uploads/${userId}-${uploadId}.mp4`))
    const change = await server.request({
      method: 'PUT',
      url: `/api/v1/videos/${video.uuid}`,
      payload: { privacy: 3 },
      as: tokens.owner,
    })
    assert.equal(change.statusCode, 204, change.body)
    const answer = await put(video.uuid, uploadId, clip.subarray(1000), 1000)
    assert.equal(answer.statusCode, 200, answer.body)
    await waitFor(async () => {
      const { state, streamingPlaylists } = await details(video.uuid)
      return state.id === 1 && streamingPlaylists[0]?.files.length > 0
    })
    assert.equal(await exists('web_videos', key), false)
    for (const [area, old] of [...oldFiles(video), ...oldFiles(video, 'private/')]) {
      await waitFor(async () => !(await exists(area, old)))
    }
  })

  test('a file that is no video changes nothing', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const junk = Buffer.from('this is no video')
    const uploadId = await start(video.uuid, { size: junk.length })
    const answer = await put(video.uuid, uploadId, junk, 0, tokens.owner, junk.length)
    assert.equal(answer.statusCode, 422, answer.body)
    assert.equal((await put(video.uuid, uploadId, junk, 0, tokens.owner, junk.length)).statusCode, 404)
    for (const [area, key] of oldFiles(video)) assert.ok(await exists(area, key), key)
    assert.equal((await details(video.uuid)).inputFileUpdatedAt, null)
  })

  test('plugins may refuse the file, and hear of it', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    let refuses = true
    let told: string | undefined
    server.ctx.hooks.on('filter:api.video.update-file.accept.result', (value: object) =>
      refuses ? { accepted: false, errorMessage: 'Not this one' } : value,
    )
    server.ctx.hooks.on('action:api.video.file-updated', (params: any) => void (told = params.video.uuid))
    const refused = await put(video.uuid, await start(video.uuid), clip, 0)
    assert.equal(refused.statusCode, 403)
    assert.equal(refused.json().detail, 'Not this one')
    refuses = false
    assert.equal((await put(video.uuid, await start(video.uuid), clip, 0)).statusCode, 200)
    assert.equal(told, video.uuid)
  })

  test('who may, and when', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    assert.equal((await announce(video.uuid, { as: '' })).statusCode, 401)
    assert.equal((await announce(video.uuid, { as: tokens.other })).statusCode, 403)
    assert.equal((await announce(video.uuid, { as: tokens.mod })).statusCode, 201)
    for (const [state, expected] of [
      [2, 409],
      [9, 409],
      [3, 400],
      [6, 400],
      [12, 400],
      [7, 201],
      [8, 201],
      [11, 201],
    ] as const) {
      await forState(video.id, state)
      assert.equal((await announce(video.uuid)).statusCode, expected, `state ${state}`)
    }
    await forState(video.id, 1)
    const uploadId = await start(video.uuid)
    assert.equal((await put(video.uuid, uploadId, clip, 0, tokens.other)).statusCode, 403)
    await forState(video.id, 2)
    assert.equal((await put(video.uuid, uploadId, clip, 0)).statusCode, 409)
    for (const [area, key] of oldFiles(video)) assert.ok(await exists(area, key), key)

    await server.ctx.db.updateTable('video').set({ isLive: true, state: 1 }).where('id', '=', video.id).execute()
    assert.equal((await announce(video.uuid)).statusCode, 400)
    await server.ctx.settings.override({ video_file: { update: { enabled: false } } })
    assert.equal((await announce(video.uuid)).statusCode, 403)
    assert.equal((await announce('5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001')).statusCode, 403)
    await server.ctx.settings.clearOverride()
  })

  test('what is announced wrongly; sessions of other videos; cancelling', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const another = await makeTestVideo(server.ctx, { owner: 'owner' })
    assert.equal((await announce('5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001')).statusCode, 404)
    assert.equal((await announce('no-id')).statusCode, 400)
    for (const filename of ['', null, 'x'.repeat(1001)]) {
      assert.equal((await announce(video.uuid, { filename })).statusCode, 400)
    }
    assert.equal((await announce(video.uuid, { type: 'text/plain' })).statusCode, 415)
    assert.equal((await announce(video.uuid, { size: -1 })).statusCode, 400)
    await server.ctx.db.updateTable('user').set({ videoQuota: 10 }).where('username', '=', 'owner').execute()
    const full = await announce(video.uuid)
    assert.deepEqual([full.statusCode, full.json().code], [413, 'quota_reached'])
    await server.ctx.db.updateTable('user').set({ videoQuota: -1 }).where('username', '=', 'owner').execute()

    const uploadId = await start(video.uuid)
    assert.equal((await put(another.uuid, uploadId, clip, 0)).statusCode, 404)
    const asNew = await server.request({
      method: 'PUT',
      url: `/api/v1/videos/upload-resumable?upload_id=${uploadId}`,
      headers: {
        'content-range': `bytes 0-${clip.length - 1}/${clip.length}`,
        'content-type': 'application/octet-stream',
      },
      payload: clip,
      as: tokens.owner,
    })
    assert.equal(asNew.statusCode, 404)
    const cancel = (as: string) =>
      server.request({ method: 'DELETE', url: `${url(video.uuid)}?upload_id=${uploadId}`, as })
    assert.equal((await cancel(tokens.other)).statusCode, 403)
    assert.equal((await cancel(tokens.owner)).statusCode, 204)
    assert.equal((await put(video.uuid, uploadId, clip, 0)).statusCode, 404)
    const untouched = await findVideoForTranscoding(server.ctx.db, { id: video.id })
    assert.equal(untouched!.webVideos.length, 1)
  })
})
