import assert from 'node:assert/strict'
import { readdir, writeFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { startMailbox, type Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { readZip } from '../testing/read-zip.ts'
import { removeExpiredExports } from './remove-exports.ts'

let server: TestServer
let mailbox: Mailbox
let root: string
let lou: string
let mod: string
let louId: number
let video: TestVideo

before(async () => {
  mailbox = await startMailbox()
  server = await startTestServer({
    worker: true,
    settings: { ...mailbox.settings, rates_limit: { login: { max: 1000 } } },
  })
  root = await server.login()
  ;({ userId: louId, as: lou } = await addPerson(server, 'lou'))
  mod = (await addPerson(server, 'mod', 1)).as
  video = await makeTestVideo(server.ctx, { owner: 'lou', tags: ['sea', 'squid'], description: 'Of the deep' })
  await server.ctx.storage.write('web_videos', video.webVideo, 'the bytes of the video')
  await server.ctx.storage.write('thumbnails', video.thumbnail, 'a picture')
})
after(async () => {
  await server.close()
  await mailbox.close()
})

const exportsOf = (userId: number) => `/api/v1/users/${userId}/exports`

function ask(as: string | undefined, payload: object = { withVideoFiles: true }, userId = louId) {
  return server.request({ method: 'POST', url: `${exportsOf(userId)}/request`, payload, ...(as ? { as } : {}) })
}

async function list(as: string, userId = louId) {
  const answer = await server.request({ url: exportsOf(userId), as })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<{ total: number; data: any[] }>().data
}

async function finished(as: string, userId = louId) {
  for (let tries = 0; tries < 600; tries++) {
    const found = (await list(as, userId)).at(-1)
    if (found && found.state.id > 2) return found
    await sleep(50)
  }
  throw new Error('No archive came')
}

const local = (url: string) => url.slice(server.ctx.origin.url.length)
const remove = (as: string, id: number, userId = louId) =>
  server.request({ method: 'DELETE', url: `${exportsOf(userId)}/${id}`, as })

describe('who may have an archive of an account', () => {
  test('its owner and administrators, with a decision about the videos', async () => {
    assert.equal((await ask(undefined)).statusCode, 401)
    const undecided = await ask(lou, {})
    assert.equal(undecided.statusCode, 400)
    assert.deepEqual(Object.keys(undecided.json()['invalid-params']), ['withVideoFiles'])
    assert.equal((await ask(lou, { withVideoFiles: 'perhaps' })).statusCode, 400)
    assert.equal((await ask(root, undefined, 99_999)).statusCode, 404)
    assert.equal((await ask(mod)).statusCode, 403)
    assert.equal((await server.request({ url: exportsOf(louId), as: mod })).statusCode, 403)
    assert.equal((await server.request({ url: exportsOf(louId) })).statusCode, 401)
    assert.deepEqual(await list(root), [])
  })

  test('not where it is disabled, nor with more video than allowed', async () => {
    const small = await startTestServer({ settings: { export: { users: { max_user_video_quota: 5 } } } })
    try {
      const token = await small.login()
      await makeTestVideo(small.ctx)
      const url = '/api/v1/users/1/exports/request'
      const request = (withVideoFiles: boolean) =>
        small.request({ method: 'POST', url, as: token, payload: { withVideoFiles } })
      const refused = await request(true)
      assert.equal(refused.statusCode, 403)
      assert.equal(refused.json().code, 'max_user_video_quota_exceeded_for_user_export')
      assert.equal((await request(false)).statusCode, 200)
      small.ctx.settings.current.export.users.enabled = false
      assert.equal((await request(false)).statusCode, 400)
    } finally {
      await small.close()
    }
  })
})

describe('an archive', () => {
  let ready: any

  test('is made once, with a mail when it is ready', async () => {
    const asked = await ask(lou)
    assert.equal(asked.statusCode, 200, asked.body)
    const again = await ask(lou)
    assert.equal(again.statusCode, 400)
    ready = await finished(lou)
    assert.equal(ready.id, asked.json().export.id)
    assert.equal(ready.state.label, 'Completed')
    assert.equal(ready.progress, 100)
    assert.ok(ready.size > 1000)
    const days = (Date.parse(ready.expiresOn) - Date.parse(ready.createdAt)) / 86_400_000
    assert.equal(days, 2)
    const mail = await mailbox.mailTo('lou@example.com')
    assert.match(mail.subject ?? '', /archive is ready/)
    assert.match(mail.text ?? '', /\/my-account\/import-export/)
    assert.deepEqual(await readdir(server.ctx.storage.localPath('tmp')), [])
  })

  test('holds what the specification lists', async () => {
    const url = local((await finished(lou)).privateDownloadUrl)
    const answer = await server.request({ url })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['content-type'], 'application/zip')
    assert.match(String(answer.headers['content-disposition']), /attachment; filename="user-export-\d+-.*\.zip"/)
    const zip = await readZip(answer.rawPayload)
    const files = ['actor', 'dislikes', 'following', 'likes', 'outbox'].map((name) => `activity-pub/${name}.json`)
    files.push(`files/videos/thumbnails/${video.uuid}.jpg`, `files/videos/video-files/${video.uuid}.mp4`)
    const lists = ['account', 'automatic-tag-policies', 'blocklist', 'channels', 'comments', 'dislikes', 'follower']
    lists.push(
      'following',
      'likes',
      'user-settings',
      'video-history',
      'video-playlists',
      'videos',
      'watched-words-lists',
    )
    assert.deepEqual(zip.names, [...files, ...lists.map((name) => `peertube/${name}.json`)].toSorted())
    assert.equal(zip.file(`files/videos/video-files/${video.uuid}.mp4`)!.toString(), 'the bytes of the video')
    const [described] = zip.json('peertube/videos.json').videos
    assert.equal(described.uuid, video.uuid)
    assert.deepEqual(described.tags, ['sea', 'squid'])
    assert.deepEqual(described.archiveFiles, {
      videoFile: `../files/videos/video-files/${video.uuid}.mp4`,
      thumbnail: `../files/videos/thumbnails/${video.uuid}.jpg`,
      captions: {},
    })
    assert.equal(zip.json('peertube/account.json').name, 'lou')
    assert.deepEqual(
      zip.json('peertube/channels.json').channels.map((channel: any) => channel.name),
      ['lou_channel'],
    )
    assert.equal(zip.json('activity-pub/actor.json').type, 'Person')
    assert.equal(zip.json('activity-pub/outbox.json').orderedItems[0].object, described.url)
    assert.equal(zip.json('peertube/video-playlists.json').videoPlaylists[0].type, 2)
  })

  test('comes in ranges, under a link that is good for a moment and for one file', async () => {
    const url = local((await finished(lou)).privateDownloadUrl)
    const part = await server.request({ url, headers: { range: 'bytes=0-3' } })
    assert.equal(part.statusCode, 206)
    assert.equal(part.rawPayload.toString('latin1'), 'PK\x03\x04')
    const [path, query] = url.split('?')
    assert.equal((await server.request({ url: path! })).statusCode, 400)
    assert.equal((await server.request({ url: `${path}?jwt=none` })).statusCode, 400)
    assert.equal((await server.request({ url: `/download/user-exports/other.zip?${query}` })).statusCode, 404)
    const [head, body] = query!.slice(4).split('.')
    const forged = await server.request({ url: `${path}?jwt=${head}.${body}.${'A'.repeat(43)}` })
    assert.equal(forged.statusCode, 403)
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
    assert.equal((await server.request({ url: `${path}?jwt=${unsigned}.${body}.` })).statusCode, 403)
    await sleep(3100)
    assert.equal((await server.request({ url })).statusCode, 403)
  })

  test('is deleted by its owner, with its file', async () => {
    const { id } = (await list(lou)).at(-1)
    assert.equal((await remove(lou, 99_999)).statusCode, 404)
    assert.equal((await remove(mod, id)).statusCode, 403)
    assert.equal((await remove(root, id, 1)).statusCode, 403)
    await sql`UPDATE "userExport" SET "state" = 2 WHERE "id" = ${id}`.execute(server.ctx.db)
    assert.equal((await remove(lou, id)).statusCode, 400)
    await sql`UPDATE "userExport" SET "state" = 3 WHERE "id" = ${id}`.execute(server.ctx.db)
    assert.equal((await remove(lou, id)).statusCode, 204)
    assert.deepEqual(await list(lou), [])
    await noFiles()
  })

  test('without the videos names none of their files', async () => {
    assert.equal((await ask(root, { withVideoFiles: false })).statusCode, 200)
    const { privateDownloadUrl, id } = await finished(lou)
    const zip = await readZip((await server.request({ url: local(privateDownloadUrl) })).rawPayload)
    assert.equal(
      zip.names.some((name) => name.startsWith('files/videos/video-files/')),
      false,
    )
    assert.equal(zip.json('peertube/videos.json').videos[0].archiveFiles.videoFile, null)
    assert.equal((await remove(root, id)).statusCode, 204)
  })

  test('is made anew after the process was killed in the middle of it', async () => {
    // What a kill -9 leaves: a row in progress and half a file.
    const filename = `user-export-${louId}-killed.zip`
    const { rows } = await sql<{ id: number }>`
      INSERT INTO "userExport" ("filename", "withVideoFiles", "state", "storage", "userId", "createdAt", "updatedAt")
      VALUES (${filename}, true, 2, 0, ${louId}, now(), now()) RETURNING "id"`.execute(server.ctx.db)
    const { id } = rows[0]!
    await writeFile(server.ctx.storage.localPath('tmp', `user-export-${id}.zip`), 'x'.repeat(5_000_000))
    const payload = JSON.stringify({ userExportId: id })
    await sql`
      INSERT INTO sepiola.job ("type", "state", "payload", "key", "worker", "leaseUntil", "attempts", "maxAttempts")
      VALUES ('create-user-export', 'active', ${payload}, ${String(id)}, 'gone', now() - interval '1 hour', 1, 1)`.execute(
      server.ctx.db,
    )
    const done = await finished(lou)
    assert.equal(done.state.id, 3)
    const zip = await readZip((await server.request({ url: local(done.privateDownloadUrl) })).rawPayload)
    assert.equal(zip.json('peertube/videos.json').videos.length, 1)
    assert.deepEqual(await readdir(server.ctx.storage.localPath('tmp')), [])
  })

  test('is read anew when a file goes to another folder just when it is wanted', async () => {
    for (const { id } of await list(lou)) assert.equal((await remove(lou, id)).statusCode, 204)
    const { storage } = server.ctx
    const read = storage.read
    let missed = 0
    storage.read = (area, key, range) => {
      if (area !== 'web_videos' || missed > 0) return read.call(storage, area, key, range)
      missed++
      return Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }))
    }
    try {
      assert.equal((await ask(lou)).statusCode, 200)
      const done = await finished(lou)
      assert.deepEqual([done.state.id, missed], [3, 1])
      const zip = await readZip((await server.request({ url: local(done.privateDownloadUrl) })).rawPayload)
      assert.ok(zip.names.includes(`files/videos/video-files/${video.uuid}.mp4`))
    } finally {
      storage.read = read
    }
  })

  test('expires', async () => {
    const run = () => removeExpiredExports.run(server.ctx, server.ctx.stopping)
    await run()
    assert.equal((await list(lou)).length, 1)
    await sql`UPDATE "userExport" SET "createdAt" = now() - interval '49 hours'`.execute(server.ctx.db)
    await run()
    assert.deepEqual(await list(lou), [])
    await noFiles()
  })

  test('that cannot be written is told, and can be tried or asked for again', async () => {
    const { storage } = server.ctx
    const write = storage.adopt
    storage.adopt = () => Promise.reject(new Error('No space left'))
    try {
      assert.equal((await ask(lou, { withVideoFiles: false })).statusCode, 200)
      const failed = await finished(lou)
      assert.equal(failed.state.label, 'Failed')
      assert.match(failed.error, /No space left/)
      assert.equal(failed.privateDownloadUrl, null)
    } finally {
      storage.adopt = write
    }
    const jobs = '/api/v1/jobs'
    const failedJobs = { url: `${jobs}/failed?jobType=create-user-export&sort=-createdAt`, as: root }
    const job = (await server.request(failedJobs)).json().data[0]
    assert.equal(job.canRetry, true)
    const retry = () => server.request({ method: 'POST', url: `${jobs}/${job.id}/retry`, as: root })
    assert.equal((await retry()).statusCode, 204)
    const { id, state, error } = await finished(lou)
    assert.deepEqual([state.id, error], [3, null])
    await sql`UPDATE sepiola.job SET state = 'failed' WHERE id = ${job.id}`.execute(server.ctx.db)
    assert.match((await retry()).json().detail, /another one/)
    const gone = { method: 'DELETE' as const, url: `${exportsOf(louId)}/${id}`, as: lou }
    assert.equal((await server.request(gone)).statusCode, 204)
    assert.match((await retry()).json().detail, /was deleted/)
    assert.equal((await ask(lou, { withVideoFiles: false })).statusCode, 200)
    assert.equal((await finished(lou)).state.id, 3)
    assert.deepEqual(await readdir(storage.localPath('tmp')), [])
  })

  test('goes with the account', async () => {
    assert.equal((await server.request({ method: 'DELETE', url: '/api/v1/users/me', as: lou })).statusCode, 204)
    await noFiles()
  })
})

async function noFiles() {
  for (let tries = 0; tries < 200; tries++) {
    if ((await server.ctx.storage.list('tmp_persistent', '')).length === 0) return
    await sleep(50)
  }
  assert.deepEqual(await server.ctx.storage.list('tmp_persistent', ''), [])
}
