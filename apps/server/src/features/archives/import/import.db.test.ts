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
import type { Method } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { startMailbox, type Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { archiveSettings, call, counts, imported, put, upload } from '../testing/import-calls.ts'
import { packZip } from '../testing/pack-zip.ts'
import { importArchiveJob } from './import-archive.job.ts'

const folder = mkdtempSync(join(tmpdir(), 'sepiola-archives-'))
let from: TestServer
let to: TestServer
let mailbox: Mailbox
let clip: Buffer
let archive: Buffer

before(async () => {
  mailbox = await startMailbox()
  from = await startTestServer({ worker: true, listen: true, settings: archiveSettings })
  to = await startTestServer({ worker: true, listen: true, settings: { ...archiveSettings, ...mailbox.settings } })
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
    const { id, uploadId } = await upload(to, as, userId, archive)
    // The answer to the last chunk may get lost.
    const half = Math.floor(archive.length / 2)
    const again = await put(to, as, userId, uploadId, archive.subarray(half), half, archive.length)
    assert.equal(again.json().userImport?.id, id)

    const { state, resultSummary, progress, error } = await imported(to, as, userId)
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
    await upload(to, as, userId, archive)
    const { state, resultSummary } = await imported(to, as, userId)
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
    const { resultSummary } = await imported(to, asThird, third)
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

  test('videos that do not fit the quota stay out, the rest comes in', async () => {
    const { userId } = await addUser(to.ctx, 'small')
    const as = await to.login('small', userPassword)
    await upload(to, as, userId, archive)
    await sql`UPDATE "user" SET "videoQuota" = ${Math.floor(clip.length * 1.5)} WHERE "id" = ${userId}`.execute(
      to.ctx.db,
    )
    const { resultSummary } = await imported(to, as, userId)
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
    await upload(to, next, nextId, zip)
    const done = await imported(to, next, nextId)
    assert.deepEqual(done.resultSummary.stats.videos, counts(1, 0, 3))
  })
})
