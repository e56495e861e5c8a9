import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import sharp from 'sharp'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { startMailbox, type Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { packZip } from '../testing/pack-zip.ts'
import { importArchiveJob } from './import-archive.job.ts'

const folder = mkdtempSync(join(tmpdir(), 'sepiola-archives-'))
const settings = {
  transcoding: { enabled: false },
  video_studio: { enabled: false },
  rates_limit: { login: { max: 1000 }, api: { max: 100_000 } },
}
let from: TestServer
let to: TestServer
let mailbox: Mailbox
let clip: Buffer
let archive: Buffer

before(async () => {
  mailbox = await startMailbox()
  from = await startTestServer({ worker: true, listen: true, settings })
  to = await startTestServer({ worker: true, listen: true, settings: { ...settings, ...mailbox.settings } })
  const file = join(folder, 'clip.mp4')
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=10:duration=2']
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
  execFileSync(from.ctx.media.ffmpegPath, ['-v', 'error', ...source, ...encode, file])
  clip = readFileSync(file)
})
after(async () => {
  await Promise.all([from, to, mailbox].map((each) => each?.close()))
  rmSync(folder, { recursive: true })
})

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

async function call(server: TestServer, as: string, method: Method, path: string, payload?: object): Promise<any> {
  const answer = await server.request({ method, url: `/api/v1/${path}`, as, ...(payload ? { payload } : {}) })
  assert.ok(answer.statusCode < 300, `${method} ${path}: ${answer.statusCode} ${answer.body}`)
  return answer.body ? answer.json() : undefined
}

async function send(server: TestServer, as: string, method: Method, path: string, fields: object, files: object) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(Array.isArray(value) ? `${name}[]` : name, String(each))
  }
  for (const [name, file] of Object.entries(files)) form.set(name, file as File)
  const headers = { authorization: `Bearer ${as}` }
  const answer = await fetch(`${server.url}/api/v1/${path}`, { method, body: form, headers })
  assert.ok(answer.ok, `${path}: ${answer.status} ${answer.statusText}`)
  return (await answer.text().then((text) => text && JSON.parse(text))) as any
}

const picture = (background: string, width = 320, height = 180) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
const pngFile = async (color: string, name = 'p.png', width = 320, height = 180) =>
  new File([new Uint8Array(await picture(color, width, height))], name, { type: 'image/png' })

/** Everything that an account can have, on the first server. */
async function fill(): Promise<{ as: string; userId: number }> {
  const { userId } = await addUser(from.ctx, 'lou')
  await addUser(from.ctx, 'noisy')
  const as = await from.login('lou', userPassword)
  await call(from, as, 'PUT', 'users/me', {
    displayName: 'Lou of the sea',
    description: 'I film what swims',
    nsfwPolicy: 'blur',
    autoPlayNextVideo: true,
    videoLanguages: ['fr', 'en'],
    language: 'fr',
    theme: 'default',
    ...{ nsfwFlagsHidden: 1, nsfwFlagsBlurred: 2, p2pEnabled: false, videosHistoryEnabled: true },
  })
  const { notificationSettings } = await call(from, as, 'GET', 'users/me')
  await call(from, as, 'PUT', 'users/me/notification-settings', { ...notificationSettings, newFollow: 3 })
  await send(from, as, 'POST', 'users/me/avatar/pick', {}, { avatarfile: await pngFile('#246', 'a.png', 200, 200) })
  await call(from, as, 'POST', 'video-channels', {
    name: 'reef',
    displayName: 'The reef',
    description: 'Corals',
    support: 'Buy me a mask',
  })
  const me = await call(from, as, 'GET', 'users/me')
  const reef = me.videoChannels.find((channel: any) => channel.name === 'reef').id
  const upload = async (name: string, fields: object) => {
    const files = {
      videofile: new File([new Uint8Array(clip)], 'dive.mp4', { type: 'video/mp4' }),
      previewfile: await pngFile('#a33'),
    }
    return (await send(from, as, 'POST', 'videos/upload', { channelId: reef, name, ...fields }, files)).video
  }
  const first = await upload('Squid at night', {
    ...{
      privacy: 1,
      category: 15,
      licence: 4,
      language: 'fr',
      description: 'A long dive',
      support: 'Thanks',
      nsfw: true,
    },
    ...{
      tags: ['squid', 'night'],
      commentsPolicy: 3,
      downloadEnabled: false,
      originallyPublishedAt: '2019-05-06T07:08:09.000Z',
    },
  })
  const second = await upload('Hidden cave', { privacy: 3 })
  const third = await upload('For friends', { privacy: 5, videoPasswords: ['open sesame'] })
  await call(from, as, 'PUT', `videos/${first.uuid}/chapters`, {
    chapters: [
      { timecode: 0, title: 'Down' },
      { timecode: 1, title: 'Up' },
    ],
  })
  await call(from, as, 'PUT', `videos/${first.uuid}/embed-privacy`, { policy: 2, domains: ['sea.example'] })
  await call(from, as, 'PUT', `player-settings/videos/${first.uuid}`, { theme: 'galaxy' })
  await call(from, as, 'PUT', 'player-settings/video-channels/reef', { theme: 'lucide' })
  const vtt = new File(['WEBVTT\n\n00:00.000 --> 00:01.000\nBlub\n'], 'fr.vtt', { type: 'text/vtt' })
  await send(from, as, 'PUT', `videos/${first.uuid}/captions/fr`, {}, { captionfile: vtt })
  const list = { displayName: 'Best of', privacy: 1, videoChannelId: reef, description: 'What I like' }
  const { videoPlaylist } = await send(from, as, 'POST', 'video-playlists', list, {
    thumbnailfile: await pngFile('#383'),
  })
  const add = (playlistId: number, videoId: number, more = {}) =>
    call(from, as, 'POST', `video-playlists/${playlistId}/videos`, { videoId, ...more })
  await add(videoPlaylist.id, second.id, { startTimestamp: 1, stopTimestamp: 2 })
  await add(videoPlaylist.id, first.id)
  await add(videoPlaylist.id, third.id)
  await add(me.specialPlaylists[0].id, second.id)
  await call(from, as, 'PUT', `videos/${first.uuid}/rate`, { rating: 'like' })
  await call(from, as, 'PUT', `videos/${second.uuid}/rate`, { rating: 'dislike' })
  await call(from, as, 'POST', `videos/${first.uuid}/views`, { currentTime: 1 })
  await call(from, as, 'POST', 'users/me/blocklist/servers', { host: 'loud.example' })
  await call(from, as, 'POST', 'users/me/blocklist/accounts', { accountName: 'noisy' })
  await call(from, as, 'POST', 'watched-words/accounts/lou/lists', { listName: 'rude', words: ['drat', 'blast'] })
  await call(from, as, 'PUT', 'automatic-tags/policies/accounts/lou/comments', { review: ['rude', 'external-link'] })
  return { as, userId }
}

/** What an account has, without what differs between servers. */
async function everything(server: TestServer, as: string) {
  const me = await call(server, as, 'GET', 'users/me')
  const channels = me.videoChannels.filter((channel: any) => channel.name === 'reef')
  const { data } = await call(server, as, 'GET', 'users/me/videos?sort=name&count=50')
  const videos = await Promise.all(data.map((video: any) => videoOf(server, as, video.uuid)))
  const playlists = await call(server, as, 'GET', `accounts/${me.username}/video-playlists?sort=displayName`)
  const lists = await Promise.all(
    playlists.data.map(async (list: any) => {
      const elements = await call(server, as, 'GET', `video-playlists/${list.uuid}/videos`)
      return {
        ...{ name: list.displayName, privacy: list.privacy.id, type: list.type.id, description: list.description },
        channel: list.videoChannel?.name,
        // That of "watch later" is its first video's, made by each server when it has time.
        hasPicture: list.type.id === 1 ? list.thumbnails.length > 0 : undefined,
        elements: elements.data.map((element: any) => [
          element.video.name,
          element.startTimestamp,
          element.stopTimestamp,
        ]),
      }
    }),
  )
  const history = await call(server, as, 'GET', 'users/me/history/videos')
  const { displayName, description, avatars } = me.account
  return {
    account: { displayName, description, hasAvatar: avatars.length > 0 },
    settings: {
      ...{ nsfwPolicy: me.nsfwPolicy, autoPlayNextVideo: me.autoPlayNextVideo, languages: me.videoLanguages },
      ...{ language: me.language, notifications: me.notificationSettings, theme: me.theme, p2p: me.p2pEnabled },
      nsfwFlags: [me.nsfwFlagsDisplayed, me.nsfwFlagsHidden, me.nsfwFlagsWarned, me.nsfwFlagsBlurred],
    },
    channels: channels.map(({ name, displayName: title, description: about, support }: any) => ({
      name,
      title,
      about,
      support,
    })),
    channelTheme: (await call(server, as, 'GET', 'player-settings/video-channels/reef?raw=true')).theme,
    videos,
    lists,
    history: history.data.map((video: any) => [video.name, video.userHistory.currentTime]),
    servers: (await call(server, as, 'GET', 'users/me/blocklist/servers')).data.map(
      (each: any) => each.blockedServer.host,
    ),
    words: (await call(server, as, 'GET', `watched-words/accounts/${me.username}/lists`)).data.map((each: any) => [
      each.listName,
      each.words,
    ]),
    review: (await call(server, as, 'GET', `automatic-tags/policies/accounts/${me.username}/comments`)).review,
  }
}

async function videoOf(server: TestServer, as: string, uuid: string) {
  const video = await call(server, as, 'GET', `videos/${uuid}`)
  const { name, description, support, duration, nsfw, tags, downloadEnabled, originallyPublishedAt, likes, dislikes } =
    video
  const captions = await call(server, as, 'GET', `videos/${uuid}/captions`)
  const texts = await Promise.all(
    captions.data.map(async ({ language, captionPath }: any) => [
      language.id,
      (await server.request({ url: captionPath, as })).body,
    ]),
  )
  const { rows } = await sql<{ filename: string }>`
    SELECT f."filename" FROM "videoFile" f JOIN "video" v ON v."id" = f."videoId" WHERE v."uuid" = ${uuid}`.execute(
    server.ctx.db,
  )
  const path = video.privacy.id >= 3 ? `private/${rows[0]!.filename}` : rows[0]!.filename
  const stored = readFileSync(join(server.ctx.settings.current.storage.web_videos, path))
  const passwords = await sql<{ password: string }>`
    SELECT p."password" FROM "videoPassword" p JOIN "video" v ON v."id" = p."videoId" WHERE v."uuid" = ${uuid}`.execute(
    server.ctx.db,
  )
  return {
    ...{ name, description, support, duration, nsfw, tags, downloadEnabled, originallyPublishedAt, likes, dislikes },
    channel: video.channel.name,
    constants: [video.category.id, video.licence.id, video.language.id, video.privacy.id, video.commentsPolicy.id],
    embed: await call(server, as, 'GET', `videos/${uuid}/embed-privacy`),
    theme: (await call(server, as, 'GET', `player-settings/videos/${uuid}?raw=true`)).theme,
    chapters: (await call(server, as, 'GET', `videos/${uuid}/chapters`)).chapters,
    captions: texts,
    rating: (await call(server, as, 'GET', `users/me/videos/${video.id}/rating`)).rating,
    passwords: passwords.rows.map((row) => row.password),
    file: createHash('sha256').update(stored).digest('hex'),
    color: await colorOf(server, video.thumbnails[0].fileUrl),
  }
}

async function colorOf(server: TestServer, url: string): Promise<string> {
  const answer = await server.request({ url: new URL(url).pathname })
  const { dominant } = await sharp(answer.rawPayload).stats()
  return Object.values(dominant)
    .map((part) => part >> 5)
    .join()
}

const importPath = (userId: number) => `/api/v1/users/${userId}/imports/import-resumable`

interface Announced {
  userId: number
  size?: number
  filename?: string
  bytes?: Buffer
}

function announce(as: string | undefined, { userId, size, filename = 'me.zip', bytes = archive }: Announced) {
  return to.request({
    method: 'POST',
    url: importPath(userId),
    ...(as ? { as } : {}),
    headers: { 'x-upload-content-length': String(size ?? bytes.length), 'x-upload-content-type': 'application/zip' },
    payload: { filename, lastModified: createHash('sha256').update(bytes).digest('hex') },
  })
}

const uploadIdOf = (location: unknown) => new URL(String(location), 'http://x').searchParams.get('upload_id')!

function put(as: string, userId: number, id: string, chunk: Buffer, start: number, total: number) {
  return to.request({
    method: 'PUT',
    url: `${importPath(userId)}?upload_id=${id}`,
    as,
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${start}-${start + chunk.length - 1}/${total}`,
    },
    payload: chunk,
  })
}

async function upload(as: string, userId: number, bytes: Buffer): Promise<{ id: number; uploadId: string }> {
  const announced = await announce(as, { userId, bytes })
  assert.equal(announced.statusCode, 201, announced.body)
  const uploadId = uploadIdOf(announced.headers.location)
  const half = Math.floor(bytes.length / 2)
  const first = await put(as, userId, uploadId, bytes.subarray(0, half), 0, bytes.length)
  assert.equal(first.statusCode, 308, first.body)
  assert.equal(first.headers.range, `bytes=0-${half - 1}`)
  const last = await put(as, userId, uploadId, bytes.subarray(half), half, bytes.length)
  assert.equal(last.statusCode, 200, last.body)
  return { id: last.json().userImport.id, uploadId }
}

async function latest(as: string, userId: number) {
  const answer = await to.request({ url: `/api/v1/users/${userId}/imports/latest`, as })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<any>()
}

async function imported(as: string, userId: number) {
  for (let tries = 0; tries < 1200; tries++) {
    const found = await latest(as, userId)
    if (found.state.id > 2) return found
    await sleep(50)
  }
  throw new Error('The import did not end')
}

const counts = (success: number, duplicates = 0, errors = 0) => ({ success, duplicates, errors })

describe('an archive of one server in another', () => {
  let as: string
  let userId: number
  let before: Awaited<ReturnType<typeof everything>>

  test('brings in what the account had', async () => {
    const source = await fill()
    await call(from, source.as, 'POST', `users/${source.userId}/exports/request`, { withVideoFiles: true })
    let url: string | null = null
    for (let tries = 0; tries < 600 && !url; tries++) {
      await sleep(50)
      url = (await call(from, source.as, 'GET', `users/${source.userId}/exports`)).data[0].privateDownloadUrl
    }
    archive = (await from.request({ url: url!.slice(from.ctx.origin.url.length) })).rawPayload
    before = await everything(from, source.as)

    userId = (await addUser(to.ctx, 'louise')).userId
    as = await to.login('louise', userPassword)
    assert.equal((await to.request({ url: `/api/v1/users/${userId}/imports/latest`, as })).statusCode, 404)
    const { id, uploadId } = await upload(as, userId, archive)
    // The answer to the last chunk may get lost.
    const half = Math.floor(archive.length / 2)
    const again = await put(as, userId, uploadId, archive.subarray(half), half, archive.length)
    assert.equal(again.json().userImport?.id, id)

    const { state, resultSummary, progress, error } = await imported(as, userId)
    assert.deepEqual([state.label, progress, error], ['Completed', 100, null])
    assert.deepEqual(resultSummary.stats, {
      account: counts(1),
      userSettings: counts(1),
      channels: counts(2),
      // The account "noisy" is unknown here.
      blocklist: counts(1, 0, 1),
      following: counts(0),
      videos: counts(3),
      likes: counts(1),
      dislikes: counts(1),
      videoPlaylists: counts(2),
      userVideoHistory: counts(1),
      watchedWordsLists: counts(1),
      commentAutoTagPolicies: counts(2),
    })
    assert.deepEqual(await everything(to, as), before)
  })

  test('is told by mail', async () => {
    const mail = await mailbox.mailTo('louise@example.com')
    // In the language that came in.
    assert.match(mail.subject ?? '', /archive a été importée/)
    assert.match(mail.text ?? '', /Vidéos : 3 \/ 0 \/ 0/)
    assert.match(mail.text ?? '', /\/my-account\/import-export/)
  })

  test('a second time adds nothing', async () => {
    const rows = () =>
      sql`
      SELECT (SELECT count(*) FROM "video") AS videos, (SELECT count(*) FROM "videoFile") AS files,
        (SELECT count(*) FROM "videoPlaylist") AS playlists, (SELECT count(*) FROM "videoPlaylistElement") AS elements,
        (SELECT count(*) FROM "videoChannel") AS channels, (SELECT count(*) FROM "actorImage") AS images,
        (SELECT count(*) FROM "accountVideoRate") AS rates, (SELECT count(*) FROM "thumbnail") AS thumbnails`
        .execute(to.ctx.db)
        .then((result) => result.rows[0])
    const first = await rows()
    await upload(as, userId, archive)
    const { state, resultSummary } = await imported(as, userId)
    assert.equal(state.id, 3)
    for (const [kind, { success, errors }] of Object.entries<any>(resultSummary.stats)) {
      assert.equal(success, 0, kind)
      assert.equal(errors, kind === 'blocklist' ? 1 : 0, kind)
    }
    assert.deepEqual(await rows(), first)
    assert.deepEqual(await everything(to, as), before)
  })

  test('leaves no file behind', async () => {
    for (let tries = 0; tries < 200; tries++) {
      if ((await to.ctx.storage.list('tmp_persistent', '')).length === 0) break
      await sleep(50)
    }
    assert.deepEqual(await to.ctx.storage.list('tmp_persistent', ''), [])
    const left = await readdir(to.ctx.storage.localPath('tmp'))
    assert.deepEqual(
      left.filter((name) => name !== 'resumable-uploads'),
      [],
    )
    assert.deepEqual(await readdir(to.ctx.storage.localPath('tmp', 'resumable-uploads')), [])
  })

  test('a job that was killed goes on where it was', async () => {
    const { userId: third } = await addUser(to.ctx, 'killed')
    const asThird = await to.login('killed', userPassword)
    const zip = await packZip({
      'peertube/account.json': { displayName: 'From the archive', description: null },
      'peertube/channels.json': { channels: [{ name: 'killed_two', displayName: 'Two' }] },
    })
    await to.ctx.storage.write('tmp_persistent', 'user-import-killed.zip', zip)
    const done = JSON.stringify({ stats: { account: counts(1) } })
    const { rows } = await sql<{ id: number }>`
      INSERT INTO "userImport" ("filename", "state", "resultSummary", "userId", "createdAt", "updatedAt")
      VALUES ('user-import-killed.zip', 2, ${done}, ${third}, now(), now()) RETURNING "id"`.execute(to.ctx.db)
    const job = JSON.stringify({ userImportId: rows[0]!.id })
    await sql`
      INSERT INTO sepiola.job ("type", "state", "payload", "worker", "leaseUntil", "attempts", "maxAttempts")
      VALUES ('import-user-archive', 'active', ${job}, 'gone', now() - interval '1 hour', 1, 1)`.execute(to.ctx.db)
    const { resultSummary } = await imported(asThird, third)
    assert.deepEqual(resultSummary.stats.channels, counts(1))
    const me = await call(to, asThird, 'GET', 'users/me')
    assert.equal(me.account.displayName, 'killed', 'a kind that was done is not done again')
    // And once more, as jobs may run twice.
    const running = {
      id: 0,
      payload: { userImportId: rows[0]!.id },
      attempt: 1,
      signal: to.ctx.stopping,
      progress() {},
    }
    await importArchiveJob.run(to.ctx, running)
    assert.equal((await call(to, asThird, 'GET', 'users/me')).videoChannels.length, 2)
  })
})

describe('who may import', () => {
  test('the owner and administrators; what is announced must fit', async () => {
    const { userId } = await addUser(to.ctx, 'mia')
    await addUser(to.ctx, 'other')
    await addUser(to.ctx, 'moderator', { role: 1 })
    const root = await to.login()
    const mia = await to.login('mia', userPassword)
    const other = await to.login('other', userPassword)
    const moderator = await to.login('moderator', userPassword)
    assert.equal((await announce(undefined, { userId })).statusCode, 401)
    const bare = await to.request({ method: 'POST', url: importPath(userId), as: mia, payload: { filename: 'a.zip' } })
    assert.equal(bare.statusCode, 400)
    assert.deepEqual(Object.keys(bare.json()['invalid-params']), ['x-upload-content-length', 'x-upload-content-type'])
    assert.equal((await announce(mia, { userId, filename: 'a.tar' })).statusCode, 400)
    assert.equal((await announce(mia, { userId: 99_999 })).statusCode, 404)
    for (const as of [other, moderator]) {
      assert.equal((await announce(as, { userId })).statusCode, 403)
      assert.equal((await to.request({ url: `/api/v1/users/${userId}/imports/latest`, as })).statusCode, 403)
    }
    await call(to, root, 'PUT', `users/${userId}`, { videoQuota: 1000 })
    const full = await announce(mia, { userId, size: 5000 })
    assert.equal(full.statusCode, 413)
    assert.equal(full.json().code, 'quota_reached')
    const announced = await announce(root, { userId, size: 10 })
    assert.equal(announced.statusCode, 201)
    const id = uploadIdOf(announced.headers.location)
    assert.equal((await put(mia, userId, id, Buffer.alloc(10), 0, 10)).statusCode, 403)
    const asVideo = await to.request({
      method: 'PUT',
      url: `/api/v1/videos/upload-resumable?upload_id=${id}`,
      as: root,
      headers: { 'content-type': 'application/octet-stream', 'content-range': 'bytes 0-9/10' },
      payload: Buffer.alloc(10),
    })
    assert.equal(asVideo.statusCode, 404)
    const cancel = () => to.request({ method: 'DELETE', url: `${importPath(userId)}?upload_id=${id}`, as: root })
    assert.equal((await cancel()).statusCode, 204)
    assert.equal((await put(root, userId, id, Buffer.alloc(10), 0, 10)).statusCode, 404)
    await sql`
      INSERT INTO "userImport" ("filename", "state", "userId", "createdAt", "updatedAt")
      VALUES ('waiting.zip', 1, ${userId}, now(), now())`.execute(to.ctx.db)
    assert.equal((await announce(mia, { userId, size: 10 })).statusCode, 400)
    to.ctx.settings.current.import.users.enabled = false
    assert.equal((await announce(other, { userId: 1 })).statusCode, 400)
    to.ctx.settings.current.import.users.enabled = true
  })

  test('settings that the API would refuse stay out', async () => {
    const { userId } = await addUser(to.ctx, 'odd')
    const as = await to.login('odd', userPassword)
    const settings = { nsfwPolicy: 'blur', theme: 'no-such-theme', notificationSettings: { newFollow: 9 } }
    await upload(
      as,
      userId,
      await packZip({ 'peertube/user-settings.json': { ...settings, nsfwFlagsHidden: 1, nsfwFlagsBlurred: 3 } }),
    )
    assert.deepEqual((await imported(as, userId)).resultSummary.stats.userSettings, counts(0, 0, 1))
    assert.equal((await call(to, as, 'GET', 'users/me')).nsfwPolicy, 'display')
    await upload(as, userId, await packZip({ 'peertube/user-settings.json': { ...settings, nsfwFlagsHidden: 1 } }))
    for (let tries = 0; (await imported(as, userId)).resultSummary.stats.userSettings.success === 0; tries++) {
      assert.ok(tries < 200)
      await sleep(50)
    }
    const me = await call(to, as, 'GET', 'users/me')
    assert.deepEqual([me.nsfwPolicy, me.nsfwFlagsHidden, me.theme], ['blur', 1, 'instance-default'])
    assert.equal(me.notificationSettings.newFollow, 1)
  })

  test('videos that do not fit the quota stay out, the rest comes in', async () => {
    const { userId } = await addUser(to.ctx, 'small')
    const as = await to.login('small', userPassword)
    await upload(as, userId, archive)
    await sql`UPDATE "user" SET "videoQuota" = ${Math.floor(clip.length * 1.5)} WHERE "id" = ${userId}`.execute(
      to.ctx.db,
    )
    const { resultSummary } = await imported(as, userId)
    // The channel "reef" is somebody else's already: none of its videos can come in.
    assert.deepEqual(resultSummary.stats.channels, counts(0, 0, 2))
    assert.deepEqual(resultSummary.stats.videos, counts(0, 0, 3))
    const { userId: nextId } = await addUser(to.ctx, 'tiny')
    const next = await to.login('tiny', userPassword)
    const describe = (name: string) => ({
      ...{
        uuid: crypto.randomUUID(),
        url: `https://old.example/videos/watch/${name}`,
        name: `Video ${name}`,
        duration: 2,
      },
      ...{
        isLive: false,
        privacy: 1,
        channel: { name: 'tiny_channel' },
        archiveFiles: { videoFile: '../files/videos/a.mp4' },
      },
    })
    const zip = await packZip({
      'peertube/videos.json': {
        videos: [describe('one'), { ...describe('two'), name: 'x' }, describe('three'), 'no video'],
      },
      'files/videos/a.mp4': clip,
    })
    await sql`UPDATE "user" SET "videoQuota" = ${Math.floor(clip.length * 1.5)} WHERE "id" = ${nextId}`.execute(
      to.ctx.db,
    )
    await upload(next, nextId, zip)
    const done = await imported(next, nextId)
    assert.deepEqual(done.resultSummary.stats.videos, counts(1, 0, 3))
  })
})

describe('hostile archives are refused before anything changes', () => {
  const account = { displayName: 'Changed', description: 'Changed by the archive' }

  async function refused(name: string, bytes: Buffer): Promise<string> {
    const { userId } = await addUser(to.ctx, name)
    const as = await to.login(name, userPassword)
    await upload(as, userId, bytes)
    const { state, error, resultSummary } = await imported(as, userId)
    assert.deepEqual([state.label, resultSummary], ['Failed', null], name)
    const me = await call(to, as, 'GET', 'users/me')
    assert.equal(me.account.displayName, name)
    assert.match((await mailbox.mailTo(`${name}@example.com`)).subject ?? '', /could not be imported/)
    return error
  }

  test('no ZIP, a cut one, none of an account', async () => {
    assert.match(await refused('nozip', Buffer.from('this is no zip at all')), /no ZIP/)
    const zip = await packZip({ 'peertube/account.json': account, 'files/x': Buffer.alloc(5000, 7) })
    assert.match(await refused('cut', zip.subarray(0, zip.length - 30)), /no ZIP/)
    assert.match(
      await refused('foreign', await packZip({ 'holiday.txt': Buffer.from('x') })),
      /no archive of an account/,
    )
  })

  test('names that leave the archive, twins, links, broken JSON, lists that are none', async () => {
    const clean = await packZip({ 'peertube/account.json': account, 'aa/aaaa': Buffer.from('x') })
    const slip = Buffer.from(clean.toString('latin1').replaceAll('aa/aaaa', '../evil'), 'latin1')
    assert.match(await refused('slip', slip), /no ZIP/)
    const absolute = Buffer.from(clean.toString('latin1').replaceAll('aa/aaaa', '/etc/ev'), 'latin1')
    assert.match(await refused('absolute', absolute), /no ZIP/)
    const twins = await packZip({
      'peertube/account.json': account,
      'files/a': Buffer.from('x'),
      'files/b': Buffer.from('y'),
    })
    const twice = Buffer.from(twins.toString('latin1').replaceAll('files/b', 'files/a'), 'latin1')
    assert.match(await refused('twins', twice), /there twice/)
    const link = await packZip(
      { 'peertube/account.json': account, 'files/l': Buffer.from('/etc/passwd') },
      { linkMode: 'files/l' },
    )
    assert.match(await refused('link', link), /is a link/)
    const broken = await packZip({
      'peertube/account.json': account,
      'peertube/videos.json': Buffer.from('{"videos": ['),
    })
    assert.match(await refused('broken', broken), /no JSON/)
    const noList = await packZip({ 'peertube/account.json': account, 'peertube/videos.json': { videos: 'many' } })
    assert.match(await refused('nolist', noList), /no list of videos/)
  })

  test('bombs: more bytes or files than an archive of its size holds', async () => {
    const zip = await packZip({ 'peertube/account.json': account, 'files/z': Buffer.alloc(300_000) })
    const claimed = Buffer.from(zip)
    // The size in the directory, which is not that of the file.
    const at = claimed.lastIndexOf(Buffer.from('files/z')) - 46 + 24
    claimed.writeUInt32LE(2_000_000_000, at)
    assert.match(await refused('bomb', claimed), /more than an archive of its size/)
    const lying = Buffer.from(zip)
    const jsonAt = lying.lastIndexOf(Buffer.from('peertube/account.json')) - 46 + 24
    lying.writeUInt32LE(3, jsonAt)
    assert.match(await refused('lying', lying), /no ZIP/)
    // The number of files, twice in the last record of the directory.
    const many = Buffer.from(zip)
    for (const offset of [8, 10]) many.writeUInt16LE(10_001, many.length - 22 + offset)
    assert.match(await refused('many', many), /More than 10000/)
  })

  test('JSON cannot name a file outside', async () => {
    const { userId } = await addUser(to.ctx, 'outside')
    const as = await to.login('outside', userPassword)
    const zip = await packZip({
      'peertube/account.json': { ...account, archiveFiles: { avatar: '../../../../etc/passwd' } },
      'peertube/user-settings.json': {
        email: 'thief@example.com',
        nsfwPolicy: 'blur',
        role: 0,
        password: 'stolen stolen',
      },
    })
    await upload(as, userId, zip)
    const { resultSummary } = await imported(as, userId)
    assert.deepEqual([resultSummary.stats.account, resultSummary.stats.userSettings], [counts(1), counts(1)])
    const me = await call(to, as, 'GET', 'users/me')
    assert.deepEqual([me.email, me.role.id, me.account.avatars, me.nsfwPolicy], ['outside@example.com', 2, [], 'blur'])
    await to.login('outside', userPassword)
  })
})
