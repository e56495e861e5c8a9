import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { features } from '#app/features.ts'
import { formOf, requestsTo } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addCollaborator } from '#features/channels/testing/add-collaborator.ts'
import { addPerson, type Person } from '#features/videos/testing/add-people.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { defineFeature } from '#foundation/feature.ts'
import { videoImportFinished } from './imports.events.ts'
import { fetchNewestYtDlp } from './remote/refresh-yt-dlp.ts'
import { installFakeYtDlp, type FakeSite } from './testing/fake-yt-dlp.ts'
import { answer, neverEnding, startRemoteSite, type RemoteSite } from './testing/remote-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'sepiola-imports-'))
const settings = {
  rates_limit: { api: { max: 1_000_000 }, login: { max: 1_000_000 } },
  transcoding: { enabled: false },
  video_studio: { enabled: false },
  import: { videos: { concurrency: 4, max_attempts: 2, http: { allow_private_addresses: true } } },
}
const finished: { videoImportId: number; success: boolean }[] = []
let server: TestServer
let root: string
let remote: RemoteSite
let clip: Buffer

before(async () => {
  const probe = defineFeature({
    name: 'probe',
    subscriptions: [
      subscribe(videoImportFinished, 'test/import-finished', async (_ctx, told) => void finished.push(told)),
    ],
  })
  server = await startTestServer({ settings, worker: true, features: [...features, probe] })
  root = await server.login()
  const file = join(folder, 'clip.mp4')
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=2']
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
  execFileSync(server.ctx.media.ffmpegPath, ['-v', 'error', ...source, ...encode, file])
  clip = readFileSync(file)
  remote = await startRemoteSite({
    '/My%20holiday.mp4': answer(clip, 'video/mp4'),
    '/broken.mp4': answer('no video at all', 'video/mp4'),
    '/slow.mp4': neverEnding(clip, 'video/mp4'),
    '/poster.jpg': answer(await picture(), 'image/jpeg'),
    '/page': answer('<html>', 'text/html'),
  })
})
after(async () => {
  await server.close()
  remote.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => server.ctx.settings.clearOverride())

async function picture(): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp({ create: { width: 640, height: 360, channels: 3, background: '#264' } })
    .jpeg()
    .toBuffer()
}

const { send, status, json } = requestsTo(() => server)

let made = 0
const person = (role = 2) => addPerson(server, `importer${++made}`, role)

const collaborate = (channelId: number, { accountId }: Person) =>
  addCollaborator(server.ctx.db, { channelId, accountId })

const create = (who: Person, body: object, as = who.as) =>
  send('POST', 'videos/imports', as, { channelId: who.channelId, ...body })
async function created(who: Person, body: object): Promise<any> {
  const made = await create(who, body)
  assert.equal(made.statusCode, 200, made.body)
  return made.json()
}
const own = async (who: Person, query = '') => (await json(`users/me/videos/imports${query}`, who.as)).data

async function until(who: Person, id: number, isMet: (found: any) => boolean): Promise<any> {
  for (let tries = 0; tries < 200; tries++) {
    const [found] = await own(who, `?id=${id}`)
    if (isMet(found)) return found
    await sleep(50)
  }
  assert.fail(`import ${id} stays ${JSON.stringify((await own(who, `?id=${id}`))[0])}`)
}
const isOver = ({ state }: any) => ![1, 6].includes(state.id)
const over = (who: Person, id: number) => until(who, id, isOver)

const form = (who: Person, fields: Record<string, string>, files: Record<string, [string, Buffer]>) =>
  server.request({
    method: 'POST',
    url: '/api/v1/videos/imports',
    as: who.as,
    payload: formOf({ channelId: String(who.channelId), ...fields }, files),
  })

describe('POST /videos/imports with the address of a file', () => {
  test('makes the video at once, and gives it the file', async () => {
    const who = await person()
    const targetUrl = `${remote.url}/My%20holiday.mp4`
    const made = await created(who, { targetUrl, tags: ['sea'], description: 'x'.repeat(300) })
    assert.deepEqual(
      [made.targetUrl, made.magnetUri, made.torrentName, made.state, made.error, made.attempts],
      [targetUrl, null, null, { id: 1, label: 'Pending' }, null, 0],
    )
    const { video } = made
    assert.deepEqual(
      [video.name, video.state.id, video.privacy.id, video.waitTranscoding, video.tags, video.description.length],
      ['My holiday', 3, 3, true, ['sea'], 300],
    )
    const done = await over(who, made.id)
    assert.deepEqual([done.state.label, done.attempts, done.error, done.video.duration], ['Success', 1, null, 2])
    const details = await json(`videos/${video.uuid}`, who.as)
    assert.deepEqual([details.state.id, details.files.length, details.files[0].size], [1, 1, clip.length])
    assert.ok(details.thumbnails.length > 0)
    assert.equal((await send('GET', `videos/${video.uuid}/source`, who.as)).statusCode, 404)
    const [line] = (await json(`video-channels/${who.username}_channel/activities`, who.as)).data
    assert.deepEqual(
      [line.action.label, line.targetType.label, line.videoImport.targetUrl, line.video],
      ['Create', 'Video import', targetUrl, null],
    )
    await server.ctx.audit.written()
    const lines: any[] = await json('server/audit-logs?startDate=2020-01-01', root)
    assert.equal(lines.find((one) => one['video-import-id'] === made.id).domain, 'video-imports')
    for (let tries = 0; tries < 100 && !finished.some(({ videoImportId }) => videoImportId === made.id); tries++) {
      await sleep(20)
    }
    assert.deepEqual(
      finished.filter(({ videoImportId }) => videoImportId === made.id),
      [{ videoImportId: made.id, userId: who.userId, videoId: video.id, success: true }],
    )
  })

  test('what the person says goes before what the file is called; a picture comes with it', async () => {
    const who = await person()
    const fields = { targetUrl: `${remote.url}/My%20holiday.mp4`, name: 'Mine', privacy: '1', 'tags[0]': 'one' }
    const sent = await form(who, fields, { thumbnailfile: ['a.jpg', await picture()] })
    assert.equal(sent.statusCode, 200, sent.body)
    const { id, video } = sent.json()
    assert.deepEqual([video.name, video.privacy.id, video.tags], ['Mine', 1, ['one']])
    assert.ok(video.thumbnails.length > 0)
    assert.equal((await over(who, id)).state.id, 2)
    assert.deepEqual((await json(`videos/${video.uuid}`)).thumbnails, video.thumbnails)
    const wrong = await form(who, fields, { thumbnailfile: ['a.jpg', Buffer.from('no picture')] })
    assert.equal(wrong.statusCode, 400)
  })

  test('a file that is none fails with the cause, is tried again as often as is allowed, and deleted', async () => {
    const who = await person()
    const { id, video } = await created(who, { targetUrl: `${remote.url}/broken.mp4` })
    const failed = await over(who, id)
    assert.deepEqual(
      [failed.state.label, failed.error, failed.video.state.id],
      ['Failed', 'Video file unreadable.', 12],
    )
    assert.deepEqual(finished.find(({ videoImportId }) => videoImportId === id)?.success, false)
    assert.equal(await status('POST', `videos/imports/${id}/retry`, who.as), 204)
    assert.equal((await over(who, id)).attempts, 2)
    assert.equal(await status('POST', `videos/imports/${id}/retry`, who.as), 400, 'twice is enough')
    assert.equal(await status('POST', `videos/imports/${id}/cancel`, who.as), 409)
    assert.equal(await status('DELETE', `videos/imports/${id}`, who.as), 204)
    assert.equal(await status('DELETE', `videos/imports/${id}`, who.as), 404)
    assert.equal((await json(`videos/${video.uuid}`, who.as)).state.id, 12, 'the video stays')
  })

  test('a retry may end well; not when the video was deleted, nor when it went well', async () => {
    const who = await person()
    remote.pages['/later.mp4'] = answer('not yet', 'video/mp4')
    const { id } = await created(who, { targetUrl: `${remote.url}/later.mp4` })
    assert.equal((await over(who, id)).state.id, 3)
    remote.pages['/later.mp4'] = answer(clip, 'video/mp4')
    assert.equal(await status('POST', `videos/imports/${id}/retry`, who.as), 204)
    const done = await over(who, id)
    assert.deepEqual([done.state.id, done.error, done.video.state.id], [2, null, 1])
    assert.equal(await status('POST', `videos/imports/${id}/retry`, who.as), 400)
    const lost = await created(who, { targetUrl: `${remote.url}/broken.mp4` })
    await over(who, lost.id)
    assert.equal(await status('DELETE', `videos/${lost.video.uuid}`, who.as), 204)
    assert.equal(await status('POST', `videos/imports/${lost.id}/retry`, who.as), 400)
    assert.equal((await own(who, `?id=${lost.id}`))[0].video, undefined)
  })

  test('one that is on its way tells how far it is, is not deleted, and is cancelled', async () => {
    const who = await person()
    const { id, video } = await created(who, { targetUrl: `${remote.url}/slow.mp4` })
    const half = await until(who, id, ({ progress }) => progress > 0)
    assert.deepEqual([half.state.label, half.progress], ['Processing', 50])
    assert.equal(await status('DELETE', `videos/imports/${id}`, who.as), 409)
    assert.equal(await status('POST', `videos/imports/${id}/retry`, who.as), 400)
    assert.equal(await status('POST', `videos/imports/${id}/cancel`, who.as), 204)
    assert.equal((await own(who, `?id=${id}`))[0].state.label, 'Cancelled')
    const job = () =>
      sql<{ state: string }>`SELECT state FROM sepiola.job WHERE type = 'video-import' AND key = ${String(id)}`
        .execute(server.ctx.db)
        .then(({ rows }) => rows[0]!.state)
    for (let tries = 0; tries < 100 && (await job()) === 'active'; tries++) await sleep(50)
    assert.equal(await job(), 'failed', 'nothing more is fetched')
    assert.equal((await own(who, `?id=${id}`))[0].state.label, 'Cancelled')
    assert.equal((await json(`videos/${video.uuid}`, who.as)).state.id, 12)
    assert.equal(await status('DELETE', `videos/imports/${id}`, who.as), 204)
  })

  test('the quota of who owns the channel is what counts', async () => {
    const [owner, helper] = [await person(), await person()]
    await collaborate(owner.channelId, helper)
    const quota = (values: object) =>
      server.ctx.db.updateTable('user').set(values).where('id', '=', owner.userId).execute()
    await quota({ videoQuota: clip.length })
    const targetUrl = `${remote.url}/My%20holiday.mp4`
    const made = await create(owner, { targetUrl }, helper.as)
    const failed = await over(helper, made.json().id)
    assert.match(failed.error, /larger than \d+ bytes/)
    await quota({ videoQuota: -1, videoQuotaDaily: 10 })
    assert.match((await over(owner, (await created(owner, { targetUrl })).id)).error, /larger than 9 bytes/)
    await quota({ videoQuotaDaily: -1 })
    assert.equal((await over(owner, (await created(owner, { targetUrl })).id)).state.id, 2)
  })
})

describe('POST /videos/imports: what is refused', () => {
  test('bad fields', async () => {
    const who = await person()
    const bad: [string, unknown][] = [
      ...[
        'htt://hello',
        'http://localhost:8000/a',
        'ftp://videos.example/a',
        '',
        'x',
        `https://a.example/${'x'.repeat(2000)}`,
      ].map((value): [string, unknown] => ['targetUrl', value]),
      ['magnetUri', 'magnet:?dn=x'],
      ['magnetUri', 'https://videos.example/a.torrent'],
      ['channelId', undefined],
      ['name', 'ab'],
      ['privacy', 6],
      ['tags', ['a']],
      ['tags', ['one', 'two', 'three', 'four', 'five', 'six']],
      ['originallyPublishedAt', 'yesterday'],
      ['waitTranscoding', 'perhaps'],
    ]
    for (const [field, value] of bad) {
      const answer = await create(who, { targetUrl: 'https://videos.example/a', [field]: value })
      assert.equal(answer.statusCode, 400, `${field} ${String(value).slice(0, 30)}`)
      const [named] = Object.keys(answer.json()['invalid-params'])
      assert.ok(named!.startsWith(field), named)
    }
    assert.equal((await own(who)).length, 0)
  })

  test('the order of the other checks', async () => {
    const [who, other] = [await person(), await person()]
    const body = { targetUrl: `${remote.url}/My%20holiday.mp4` }
    assert.equal(await status('POST', 'videos/imports', undefined, { channelId: who.channelId, ...body }), 401)
    assert.equal((await create(who, { ...body, nsfwSummary: 'because' })).statusCode, 400)
    assert.equal((await create(who, { ...body, privacy: 5 })).statusCode, 400)
    assert.equal((await create(who, { ...body, channelId: 999_999 })).statusCode, 404)
    assert.equal((await create(who, body, other.as)).statusCode, 403)
    assert.equal((await create(who, {})).statusCode, 400)
    await server.ctx.settings.override({
      import: { videos: { http: { enabled: false }, torrent: { enabled: false } } },
    })
    assert.equal((await create(who, { ...body, channelId: 999_999 })).statusCode, 409)
    const magnetUri = `magnet:?xt=urn:btih:${'a'.repeat(40)}`
    assert.equal((await create(who, { magnetUri })).statusCode, 409)
    assert.equal((await form(who, {}, { torrentfile: ['a.torrent', Buffer.from('x')] })).statusCode, 409)
    assert.equal((await create(who, { ...body, privacy: 5 })).statusCode, 400, 'passwords come before')
  })

  test('addresses of a private network', async () => {
    const who = await person()
    await server.ctx.settings.override({ import: { videos: { http: { allow_private_addresses: false } } } })
    for (const host of ['127.0.0.1', '192.168.1.42', '[::1]', '2130706433', '169.254.169.254', '0.0.0.0']) {
      const targetUrl = `http://${host}:9/a.mp4`
      const answer = await create(who, { targetUrl })
      assert.equal(answer.statusCode, 403, host)
      assert.equal(answer.json().targetUrl, targetUrl)
    }
    assert.equal((await own(who)).length, 0)
  })

  test('plugins refuse before and after', async () => {
    const who = await person()
    const body = { targetUrl: `${remote.url}/My%20holiday.mp4` }
    const refuse = () => ({ accepted: false, errorMessage: 'Not on Sundays' })
    const before = server.ctx.hooks.on('filter:api.video.pre-import-url.accept.result', refuse)
    const answer = await create(who, body)
    assert.deepEqual([answer.statusCode, answer.json().detail], [403, 'Not on Sundays'])
    before()
    const later = server.ctx.hooks.on('filter:api.video.post-import-url.accept.result', refuse)
    const { id } = await created(who, body)
    const rejected = await over(who, id)
    later()
    assert.deepEqual(
      [rejected.state.label, rejected.error, rejected.video.state.id],
      ['Rejected', 'Not on Sundays', 12],
    )
  })
})

describe('who may do what with an import', () => {
  test('its creator, who manages the channel, and administrators', async () => {
    const [owner, helper, other, moderator] = [await person(), await person(), await person(), await person(1)]
    await collaborate(owner.channelId, helper)
    const broken = { targetUrl: `${remote.url}/broken.mp4` }
    const { id } = await created(owner, broken)
    await over(owner, id)
    for (const [method, path] of [
      ['POST', 'cancel'],
      ['POST', 'retry'],
      ['DELETE', ''],
    ] as const) {
      const at = (which: number | string) => `videos/imports/${which}/${path}`.replace(/\/$/, '')
      assert.equal(await status(method, at(id)), 401)
      for (const as of [other.as, moderator.as]) assert.equal(await status(method, at(id), as), 403, path)
      assert.equal(await status(method, at('x'), owner.as), 400)
      assert.equal(await status(method, at(999_999), owner.as), 404)
    }
    assert.equal(await status('POST', `videos/imports/${id}/retry`, helper.as), 204)
    await over(owner, id)
    assert.equal(await status('DELETE', `videos/imports/${id}`, root), 204)
  })

  test('lists: own ones, those into own channels, on demand those of channels that one helps with', async () => {
    const [owner, helper] = [await person(), await person()]
    await collaborate(owner.channelId, helper)
    const target = (name: string) => ({ targetUrl: `${remote.url}/broken.mp4?${name}`, name })
    const first = await created(owner, target('Été au lac'))
    const byHelper = (await create(owner, target('Second'), helper.as)).json()
    const third = await created(owner, target('Third'))
    for (const { id } of [first, byHelper, third]) await over(owner, id)
    const ids = async (who: Person, query = '') => (await own(who, query)).map(({ id }: any) => id)
    assert.deepEqual(await ids(owner), [third.id, byHelper.id, first.id])
    assert.deepEqual(await ids(helper), [byHelper.id])
    assert.deepEqual(await ids(helper, '?includeCollaborations=true&sort=createdAt'), [first.id, byHelper.id, third.id])
    assert.deepEqual(await ids(owner, '?start=1&count=1'), [byHelper.id])
    assert.deepEqual(await ids(owner, `?videoId=${third.video.id}`), [third.id])
    assert.deepEqual(await ids(owner, `?targetUrl=${encodeURIComponent(first.targetUrl)}`), [first.id])
    assert.deepEqual(await ids(owner, '?search=ETE'), [first.id])
    assert.deepEqual(await ids(owner, '?search=mp4%3Fsec'), [byHelper.id])
    assert.deepEqual(await ids(owner, '?search=%25'), [])
    assert.deepEqual(await ids(owner, '?videoChannelSyncId=1'), [])
    assert.equal(await status('GET', 'users/me/videos/imports'), 401)
    for (const query of ['sort=id', 'count=101', 'start=-1', 'id=x', 'videoId=x', 'videoChannelSyncId=x']) {
      assert.equal(await status('GET', `users/me/videos/imports?${query}`, owner.as), 400, query)
    }
  })
})

describe('pages that yt-dlp reads', () => {
  const page = 'https://videos.example/watch'
  const info = {
    ...{ title: 'From there', description: 'Told there', tags: ['a', 'good', 'good', 'x'.repeat(31)], age_limit: 18 },
    ...{ categories: ['Music'], license: 'Creative Commons Attribution', language: 'en-US', upload_date: '20200131' },
    chapters: [
      { start_time: 0, title: 'Start' },
      { start_time: 1.7, title: 'End' },
    ],
    subtitles: { fr: [{ ext: 'vtt' }], xx: [{}], live_chat: [{}] },
  }
  const vtt = 'WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n'
  const sites = (): Record<string, FakeSite> => ({
    [page]: {
      info: { ...info, thumbnail: `${remote.url}/poster.jpg` },
      file: `${remote.url}/My%20holiday.mp4`,
      subtitles: { fr: vtt },
    },
    'https://videos.example/live': { info: { title: 'Now', is_live: true } },
    'https://videos.example/gone': { error: '[site] abc: This video is private' },
    'https://videos.example/odd': { info: { title: 7, tags: 'x', chapters: [3, null], timestamp: 'x' }, error: '' },
    'https://videos.example/huge': { info: {}, file: `${remote.url}/nothing` },
  })
  before(() => installFakeYtDlp(server.ctx, sites()))

  test('metadata, chapters, captions and the picture come with the video', async () => {
    const who = await person()
    const { id, video } = await created(who, { targetUrl: page, privacy: 1 })
    assert.deepEqual(
      [video.name, video.description, video.tags, video.nsfw, video.category.id, video.licence.id, video.language.id],
      ['From there', 'Told there', ['good'], true, 1, 1, 'en'],
    )
    assert.equal(video.originallyPublishedAt, '2020-01-31T00:00:00.000Z')
    const done = await over(who, id)
    assert.deepEqual([done.state.id, done.error], [2, null])
    assert.deepEqual((await json(`videos/${video.uuid}`)).thumbnails, video.thumbnails)
    assert.deepEqual((await json(`videos/${video.uuid}/chapters`)).chapters, [
      { timecode: 0, title: 'Start' },
      { timecode: 1, title: 'End' },
    ])
    const { data } = await json(`videos/${video.uuid}/captions`)
    assert.deepEqual(
      data.map((caption: any) => [caption.language.id, caption.automaticallyGenerated]),
      [['fr', false]],
    )
  })

  test('chapters of the person’s own description go before those of the other side', async () => {
    const who = await person()
    const { id, video } = await created(who, { targetUrl: page, privacy: 1, description: '00:00 One\n00:01 Two' })
    await over(who, id)
    const { chapters } = await json(`videos/${video.uuid}/chapters`)
    assert.deepEqual(
      chapters.map(({ title }: any) => title),
      ['One', 'Two'],
    )
  })

  test('live streams and what cannot be read are refused with the cause', async () => {
    const who = await person()
    const refused = async (targetUrl: string) => {
      const answer = await create(who, { targetUrl })
      assert.equal(answer.statusCode, 400, answer.body)
      assert.equal(answer.json().targetUrl, targetUrl)
      return answer.json().detail
    }
    assert.match(await refused('https://videos.example/live'), /live stream/)
    assert.equal(await refused('https://videos.example/gone'), '[site] abc: This video is private')
    assert.match(await refused('https://videos.example/unknown'), /404/)
    const { video } = await created(who, { targetUrl: 'https://videos.example/odd' })
    assert.equal(video.name, 'Unknown name')
  })

  test('it reaches no private network, wherever a page leads it', async () => {
    const who = await person()
    await server.ctx.settings.override({ import: { videos: { http: { allow_private_addresses: false } } } })
    const { id, video } = await created(who, { targetUrl: page })
    assert.deepEqual(video.thumbnails, [], 'neither is its picture fetched')
    assert.match((await over(who, id)).error, /127\.0\.0\.1 is no address of the public internet/)
  })

  test('the newest release of the program is kept, and fetched once', async () => {
    const release = { name: 'newest', url: `${remote.url}/releases` }
    await server.ctx.settings.override({ import: { videos: { http: { youtube_dl_release: release } } } })
    const asset = (name: string) => ({ name, browser_download_url: `${remote.url}/${name}` })
    remote.pages['/releases'] = answer('[{"published_at":"2026-01-01T00:00:00Z","assets":[]}]', 'application/json')
    const refresh = () => fetchNewestYtDlp(server.ctx, AbortSignal.timeout(60_000))
    await assert.rejects(refresh(), /has no file newest/)
    const newest = { published_at: '2026-02-01T00:00:00Z', assets: [asset('other'), asset('newest')] }
    remote.pages['/releases'] = answer(JSON.stringify([newest]), 'application/json')
    remote.pages['/newest'] = answer('#!/bin/sh\necho \'{"title":"By the newest"}\'\n', 'application/octet-stream')
    assert.deepEqual([await refresh(), await refresh()], [true, false])
    const who = await person()
    assert.equal((await created(who, { targetUrl: page })).video.name, 'By the newest')
  })

  test('without the program only files are imported, and people are told so', async () => {
    const who = await person()
    const release = { name: 'no-such-program' }
    await server.ctx.settings.override({ import: { videos: { http: { youtube_dl_release: release } } } })
    const answer = await create(who, { targetUrl: `${remote.url}/page` })
    assert.equal(answer.statusCode, 400)
    assert.match(answer.json().detail, /no no-such-program/)
    const { id } = await created(who, { targetUrl: `${remote.url}/My%20holiday.mp4` })
    assert.equal((await over(who, id)).state.id, 2)
  })
})
