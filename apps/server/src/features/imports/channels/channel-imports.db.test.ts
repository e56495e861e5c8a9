import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { requestsTo } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { installFakeYtDlp, type FakeSite } from '../testing/fake-yt-dlp.ts'
import { answer, startRemoteSite, type RemoteSite } from '../testing/remote-site.ts'

const settings = {
  rates_limit: { api: { max: 1_000_000 }, login: { max: 1_000_000 } },
  transcoding: { enabled: false },
  video_studio: { enabled: false },
  import: {
    videos: { concurrency: 4, http: { allow_private_addresses: true } },
    video_channel_synchronization: { enabled: true, videos_limit_per_synchronization: 2, full_sync_videos_limit: 3 },
  },
}
const site = 'https://videos.example'
const day = 86_400_000
let server: TestServer
let root: string
let remote: RemoteSite

before(async () => {
  server = await startTestServer({ settings, worker: true })
  root = await server.login()
  // What it fetches is no video: how an import goes on is not what is asked here.
  remote = await startRemoteSite({ '/file': answer('no video', 'text/plain') })
})
after(async () => {
  await server.close()
  remote.close()
})
afterEach(() => server.ctx.settings.clearOverride())

const { send, json } = requestsTo(() => server)

let count = 0
async function person() {
  const made = await addPerson(server, `mirror${++count}`)
  return { ...made, channel: `video-channels/${made.handle}` }
}
type Person = Awaited<ReturnType<typeof person>>

const upload = (date: Date) => date.toISOString().slice(0, 10).replaceAll('-', '')

/** A channel elsewhere with videos of these names, the newest first, published today unless told otherwise. */
async function publish(channel: string, names: readonly string[], dates: Record<string, Date> = {}): Promise<void> {
  const sites: Record<string, FakeSite> = {
    [`${site}/${channel}`]: {
      list: { entries: [{ entries: names.map((name) => ({ url: `${site}/${name}` })) }, null] },
    },
  }
  for (const name of names) {
    const info = { title: `Video ${name}`, upload_date: upload(dates[name] ?? new Date()) }
    sites[`${site}/${name}`] = { info, file: `${remote.url}/file` }
  }
  await installFakeYtDlp(server.ctx, sites)
}

const importAll = (who: Person, body: object, as: string | undefined = who.as) =>
  send('POST', `${who.channel}/import-videos`, as, body)

const names = async (who: Person) =>
  (await json('users/me/videos/imports?count=100&sort=createdAt', who.as)).data.map(({ video }: any) => video.name)

async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (JSON.stringify(await read()) === JSON.stringify(expected)) return
    await sleep(50)
  }
  assert.deepEqual(await read(), expected)
}

async function addSync(who: Person, channel: string): Promise<number> {
  const payload = { externalChannelUrl: `${site}/${channel}`, videoChannelId: who.channelId }
  return (await send('POST', 'video-channel-syncs', who.as, payload)).json().videoChannelSync.id
}
const sync = async (who: Person) => (await json(`accounts/${who.username}/video-channel-syncs`, who.as)).data[0]
const syncState = async (who: Person) => (await sync(who)).state.label
const runSyncs = () => send('POST', 'server/debug/run-command', root, { command: 'process-video-channel-sync-latest' })

describe('POST /video-channels/{handle}/import-videos', () => {
  test('imports the newest so many, the oldest first, each once, public and with the channel’s support', async () => {
    const who = await person()
    await server.ctx.db.updateTable('videoChannel').set({ support: 'Please' }).where('id', '=', who.channelId).execute()
    await publish('all', ['d', 'c', 'b', 'a'], { b: new Date(0) })
    const body = { externalChannelUrl: `${site}/all` }
    assert.equal((await importAll(who, body)).statusCode, 204)
    await eventually(() => names(who), ['Video b', 'Video c', 'Video d'])
    const [first] = (await json('users/me/videos/imports', who.as)).data
    const details = await json(`videos/${first.video.uuid}`, who.as)
    assert.deepEqual([details.privacy.id, details.support], [1, 'Please'])
    await publish('all', ['e', 'd', 'c'])
    assert.equal((await importAll(who, body)).statusCode, 204)
    await eventually(() => names(who), ['Video b', 'Video c', 'Video d', 'Video e'])
  })

  test('a video that cannot be read, or is a live, is left out', async () => {
    const who = await person()
    await publish('mixed', ['good'])
    await installFakeYtDlp(server.ctx, {
      [`${site}/mixed`]: { list: { entries: ['good', 'gone', 'live'].map((name) => ({ url: `${site}/${name}` })) } },
      [`${site}/good`]: { info: { title: 'Video good' }, file: `${remote.url}/file` },
      [`${site}/gone`]: { error: 'This video is private' },
      [`${site}/live`]: { info: { live_status: 'is_upcoming' } },
    })
    assert.equal((await importAll(who, { externalChannelUrl: `${site}/mixed` })).statusCode, 204)
    await eventually(() => names(who), ['Video good'])
  })

  test('who may, in the order of the checks', async () => {
    const [who, other] = [await person(), await person()]
    const body = { externalChannelUrl: `${site}/none` }
    const id = await addSync(other, 'theirs')
    const refused = async (change: object, as?: string, path = who.channel) =>
      (await send('POST', `${path}/import-videos`, as, { ...body, ...change })).statusCode
    assert.equal(await refused({}), 401)
    assert.equal(await refused({}, who.as, 'video-channels/nobody'), 404)
    assert.equal(await refused({ externalChannelUrl: 'x' }, other.as), 403, 'the right comes before the fields')
    for (const externalChannelUrl of [undefined, '', 'x', 'ftp://videos.example/c', `${site}/${'x'.repeat(2000)}`]) {
      assert.equal(await refused({ externalChannelUrl }, who.as), 400)
    }
    assert.equal(await refused({ videoChannelSyncId: 'x' }, who.as), 400)
    assert.equal(await refused({ videoChannelSyncId: 999_999 }, who.as), 404)
    assert.equal(await refused({ videoChannelSyncId: id }, who.as), 403)
    await server.ctx.db.updateTable('user').set({ videoQuota: 1 }).where('id', '=', who.userId).execute()
    const full = await importAll(who, body)
    assert.deepEqual([full.statusCode, full.json().code], [413, 'quota_reached'])
    const http = { enabled: false }
    await server.ctx.settings.override({
      import: { videos: { http }, video_channel_synchronization: { enabled: false } },
    })
    assert.equal(await refused({ videoChannelSyncId: 999_999 }, who.as), 403)
    assert.deepEqual(await names(who), [])
  })
})

describe('mirrors of channels', () => {
  test('bring what is new, and not much at once; what is older than the mirror stays where it is', async () => {
    const who = await person()
    await addSync(who, 'mirrored')
    assert.equal(await syncState(who), 'Waiting first run')
    await publish('mirrored', ['m3', 'm2', 'm1'], { m2: new Date(Date.now() - 5 * day) })
    assert.equal((await runSyncs()).statusCode, 204)
    await eventually(() => names(who), ['Video m3'])
    await eventually(() => syncState(who), 'Failed')
    assert.ok((await sync(who)).lastSyncAt)
    const [found] = (await json('users/me/videos/imports', who.as)).data
    assert.equal(found.videoChannelSync.externalChannelUrl, `${site}/mirrored`)
    assert.deepEqual(found.state.label, 'Failed')
    assert.equal(
      (await json(`users/me/videos/imports?videoChannelSyncId=${found.videoChannelSync.id}`, who.as)).total,
      1,
    )
  })

  test('a failed import is tried again by the next run; without one the mirror is synchronized', async () => {
    const who = await person()
    const id = await addSync(who, 'again')
    await publish('again', ['again1'])
    const run = () => send('POST', `video-channel-syncs/${id}/sync`, who.as)
    assert.equal((await run()).statusCode, 204)
    await eventually(() => syncState(who), 'Failed')
    const attempts = async () => (await json('users/me/videos/imports', who.as)).data.map((one: any) => one.attempts)
    assert.deepEqual(await attempts(), [1])
    assert.equal((await run()).statusCode, 204)
    await eventually(attempts, [2])
    await eventually(() => syncState(who), 'Failed')
    await server.ctx.db.updateTable('videoImport').set({ state: 2 }).where('videoChannelSyncId', '=', id).execute()
    assert.equal((await run()).statusCode, 204)
    await eventually(() => syncState(who), 'Synchronized')
    assert.deepEqual(await attempts(), [2])
  })

  test('a list that cannot be had is a failure; nothing runs when the feature is off or the quota 0', async () => {
    const who = await person()
    await addSync(who, 'missing')
    await publish('another', [])
    await server.ctx.db.updateTable('user').set({ videoQuota: 0 }).where('id', '=', who.userId).execute()
    assert.equal((await runSyncs()).statusCode, 204)
    await server.ctx.db.updateTable('user').set({ videoQuota: -1 }).where('id', '=', who.userId).execute()
    await server.ctx.settings.override({ import: { video_channel_synchronization: { enabled: false } } })
    assert.equal((await runSyncs()).statusCode, 204)
    assert.equal(await syncState(who), 'Waiting first run')
    await server.ctx.settings.clearOverride()
    assert.equal((await runSyncs()).statusCode, 204)
    await eventually(() => syncState(who), 'Failed')
    assert.match((await sync(who)).error, /404/)
    await publish('missing', [])
    assert.equal((await runSyncs()).statusCode, 204)
    await eventually(() => syncState(who), 'Synchronized')
    assert.equal((await sync(who)).error, null)
  })
})
