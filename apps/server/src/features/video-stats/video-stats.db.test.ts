import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addCollaborator } from '#features/channels/testing/add-collaborator.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'

let server: TestServer
let root: string
let owner: string
let moderator: string
let helper: string
let other: string

before(async () => {
  const unlimited = { max: 1_000_000 }
  server = await startTestServer({ settings: { rates_limit: { api: unlimited, login: unlimited } } })
  root = await server.login()
  const owning = await addPerson(server, 'owner')
  const helping = await addPerson(server, 'helper')
  owner = owning.as
  helper = helping.as
  moderator = (await addPerson(server, 'moderator', 1)).as
  other = (await addPerson(server, 'other')).as
  await addCollaborator(server.ctx.db, { channelId: owning.channelId, accountId: helping.accountId })
})
after(() => server.close())

const get = (video: { uuid: string } | string, path: string, as?: string) =>
  server.request({
    url: `/api/v1/videos/${typeof video === 'string' ? video : video.uuid}/stats/${path}`,
    ...(as ? { as } : {}),
  })
const status = async (...request: Parameters<typeof get>) => (await get(...request)).statusCode
async function stats(video: TestVideo, path: string) {
  const answer = await get(video, path, owner)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

const ownVideo = (change: object = {}) => makeTestVideo(server.ctx, { owner: 'owner', ...change })

interface Watched {
  from: string
  to: string
  watchTime?: number
  sections?: [number, number][]
  country?: string
  subdivisionName?: string
  client?: string
  device?: string
  operatingSystem?: string
}

/** Somebody watched; times of a day in May 2025. */
async function watched(video: TestVideo, { from, to, watchTime = 10, sections = [], ...rest }: Watched): Promise<void> {
  const uuid = randomUUID()
  const at = (time: string) => new Date(time.length > 8 ? time : `2025-05-10T${time}Z`)
  const unknown = { country: null, subdivisionName: null, client: null, device: null, operatingSystem: null }
  const { id } = await server.ctx.db
    .insertInto('localVideoViewer')
    .values({
      ...{ startDate: at(from), endDate: at(to), watchTime, ...unknown, ...rest },
      ...{ uuid, url: `http://x/${uuid}`, videoId: video.id, createdAt: new Date() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [watchStart, watchEnd] of sections) {
    await server.ctx.db
      .insertInto('localVideoViewerWatchSection')
      .values({ watchStart, watchEnd, localVideoViewerId: id, createdAt: new Date() })
      .execute()
  }
}

describe('overall', () => {
  test('nobody watched', async () => {
    assert.deepEqual(await stats(await ownVideo(), 'overall'), {
      ...{ totalWatchTime: 0, averageWatchTime: 0, totalViewers: 0, viewersPeak: 0, viewersPeakDate: null },
      ...{ countries: [], subdivisions: [] },
    })
  })

  test('viewers, time and peak of all, and of a period', async () => {
    const video = await ownVideo()
    await watched(video, {
      from: '10:00:00',
      to: '10:10:00',
      watchTime: 100,
      country: 'FR',
      subdivisionName: 'Bretagne',
    })
    await watched(video, { from: '10:05:00', to: '10:20:00', watchTime: 51, country: 'FR' })
    await watched(video, { from: '10:10:00', to: '10:30:00', watchTime: 20, country: 'DE', subdivisionName: 'Hessen' })
    await watched(video, { from: '12:00:00', to: '12:30:00', watchTime: 30 })
    await watched(await ownVideo(), { from: '10:00:00', to: '12:30:00', watchTime: 999 })
    assert.deepEqual(await stats(video, 'overall'), {
      totalWatchTime: 201,
      averageWatchTime: 50,
      totalViewers: 4,
      viewersPeak: 3,
      viewersPeakDate: '2025-05-10T10:10:00.000Z',
      countries: [
        { isoCode: 'FR', viewers: 2 },
        { isoCode: 'DE', viewers: 1 },
      ],
      subdivisions: [
        { name: 'Bretagne', viewers: 1 },
        { name: 'Hessen', viewers: 1 },
      ],
    })
    // Two are there when it begins: none of them lies within, and those who had left do not count.
    const later = await stats(video, 'overall?startDate=2025-05-10T10:15:00Z&endDate=2025-05-10T11:00:00Z')
    assert.deepEqual(
      [later.totalViewers, later.totalWatchTime, later.averageWatchTime, later.viewersPeak, later.viewersPeakDate],
      [2, 0, 0, 2, '2025-05-10T10:15:00.000Z'],
    )
    const since = await stats(video, 'overall?startDate=2025-05-10T11:00:00Z')
    assert.deepEqual([since.totalViewers, since.totalWatchTime, since.viewersPeak], [1, 30, 1])
    const until = await stats(video, 'overall?endDate=2025-05-10T10:20:00Z')
    assert.deepEqual([until.totalViewers, until.totalWatchTime, until.averageWatchTime], [3, 151, 76])
  })
})

test('what they watched with', async () => {
  const video = await ownVideo()
  const day = { from: '10:00:00', to: '10:10:00' }
  await watched(video, { ...day, client: 'Firefox', device: 'mobile', operatingSystem: 'Android' })
  await watched(video, { ...day, client: 'Firefox', device: 'desktop', operatingSystem: 'Linux' })
  await watched(video, { ...day, client: 'Safari', device: 'desktop' })
  await watched(video, { ...day, device: 'toaster' })
  await watched(video, { from: '12:00:00', to: '12:10:00', client: 'Chrome' })
  assert.deepEqual(await stats(video, 'user-agent?endDate=2025-05-10T11:00:00Z'), {
    clients: [
      { name: 'Firefox', viewers: 2 },
      { name: 'Safari', viewers: 1 },
    ],
    devices: [
      { name: 'desktop', viewers: 2 },
      { name: 'mobile', viewers: 1 },
    ],
    operatingSystems: [
      { name: 'Android', viewers: 1 },
      { name: 'Linux', viewers: 1 },
    ],
  })
  assert.equal((await stats(video, 'user-agent?startDate=2025-05-10T11:00:00Z')).clients[0].name, 'Chrome')
  assert.deepEqual((await stats(video, 'user-agent?startDate=2026-05-10')).clients, [])
})

describe('timeseries', () => {
  const span = (from: string, to: string) => `?startDate=2025-05-10T${from}Z&endDate=2025-05-10T${to}Z`
  const filled = (data: { date: string; value: number }[]) =>
    data.filter((point) => point.value > 0).map(({ date, value }) => [date.slice(11, 16), value])

  test('viewers count in every interval that they were present in, watch time where they left', async () => {
    const video = await ownVideo()
    await watched(video, { from: '09:00:00', to: '10:12:00', watchTime: 7 })
    await watched(video, { from: '10:10:00', to: '10:10:30', watchTime: 11 })
    await watched(video, { from: '10:25:00', to: '20:00:00', watchTime: 13 })
    const viewers = await stats(video, `timeseries/viewers${span('10:00:20', '14:00:00')}`)
    assert.equal(viewers.groupInterval, '10 minutes')
    assert.equal(viewers.data.length, 25)
    assert.deepEqual(viewers.data[0], { date: '2025-05-10T10:00:00.000Z', value: 1 })
    assert.deepEqual(filled(viewers.data).slice(0, 4), [
      ['10:00', 1],
      ['10:10', 2],
      ['10:20', 1],
      ['10:30', 1],
    ])
    assert.equal(viewers.data.at(-1).value, 1)
    const time = await stats(video, `timeseries/aggregateWatchTime${span('10:00:20', '14:00:00')}`)
    assert.equal(time.data.length, 25)
    assert.deepEqual(filled(time.data), [['10:10', 18]])
    const quiet = await stats(video, `timeseries/viewers${span('08:00:00', '08:01:00')}`)
    assert.deepEqual([quiet.groupInterval, filled(quiet.data), quiet.data.length], ['1 minute', [], 2])
  })

  test('months are calendar months, whatever the session’s time zone', async () => {
    const video = await ownVideo()
    await watched(video, { from: '2023-03-31T23:30:00Z', to: '2023-04-01T00:30:00Z', watchTime: 5 })
    const query = '?startDate=2023-01-15T00:00:00Z&endDate=2025-02-10T00:00:00Z'
    const { groupInterval, data } = await stats(video, `timeseries/viewers${query}`)
    assert.deepEqual([groupInterval, data.length, data[0].date], ['1 month', 26, '2023-01-01T00:00:00.000Z'])
    assert.deepEqual(
      data.filter((point: any) => point.value).map((point: any) => point.date.slice(0, 7)),
      ['2023-03', '2023-04'],
    )
  })

  test('downloads by the hour, also those that were not summed up yet', async () => {
    const video = await ownVideo()
    await sql`INSERT INTO "videoStat" ("startDate", "endDate", "views", "downloads", "videoId", "createdAt")
      VALUES ('2025-05-10T10:00:00Z', '2025-05-10T11:00:00Z', 9, 3, ${video.id}, now())`.execute(server.ctx.db)
    await sql`INSERT INTO sepiola."videoCount" ("videoId", "kind", "at") VALUES
      (${video.id}, 'download', '2025-05-10T12:40:00Z'), (${video.id}, 'view', '2025-05-10T12:40:00Z')`.execute(
      server.ctx.db,
    )
    const { data } = await stats(video, `timeseries/downloads${span('00:00:00', '23:00:00')}`)
    assert.deepEqual(filled(data), [
      ['10:00', 3],
      ['12:00', 1],
    ])
  })

  test('downloads of the hour in which the video was made are in the chart from its creation on', async () => {
    const video = await ownVideo()
    const createdAt = new Date('2025-05-10T10:20:30Z')
    await server.ctx.db.updateTable('video').set({ createdAt }).where('id', '=', video.id).execute()
    await sql`INSERT INTO "videoStat" ("startDate", "endDate", "views", "downloads", "videoId", "createdAt")
      VALUES ('2025-05-10T10:00:00Z', '2025-05-10T11:00:00Z', 9, 3, ${video.id}, now())`.execute(server.ctx.db)
    await sql`INSERT INTO sepiola."videoCount" ("videoId", "kind", "at")
      VALUES (${video.id}, 'download', '2025-05-10T10:40:00Z')`.execute(server.ctx.db)
    const since = async (start: string) =>
      filled((await stats(video, `timeseries/downloads${span(start, '12:00:00')}`)).data)
    assert.deepEqual(await since('10:20:30'), [['10:20', 4]])
    assert.deepEqual(await since('10:30:00'), [])
  })

  test('from the creation of the video to now, unless said otherwise', async () => {
    const video = await ownVideo()
    const now = new Date()
    await watched(video, { from: new Date(now.getTime() - 30_000).toISOString(), to: now.toISOString() })
    const fresh = await stats(video, 'timeseries/viewers')
    assert.equal(fresh.groupInterval, '1 minute')
    assert.equal(fresh.data.at(-1).value, 1)
    const old = new Date(now.getTime() - 4000 * 86_400_000)
    await server.ctx.db.updateTable('video').set({ createdAt: old }).where('id', '=', video.id).execute()
    const long = await stats(video, 'timeseries/viewers')
    assert.deepEqual([long.groupInterval, long.data.at(-1).value], ['6 months', 1])
  })

  test('what is refused', async () => {
    const video = await ownVideo()
    const statusOf = (path: string) => status(video, `timeseries/${path}`, owner)
    assert.equal(await statusOf('views'), 400)
    assert.equal(await statusOf('viewers?startDate=2025-05-10'), 400)
    assert.equal(await statusOf('viewers?endDate=2025-05-10'), 400)
    assert.equal(await statusOf('viewers?startDate=2010-01-01&endDate=2025-05-10'), 400)
    assert.equal(await statusOf('viewers?startDate=2015-01-01&endDate=2024-12-29'), 200)
    const answer = await get(video, 'timeseries/viewers?startDate=yesterday&endDate=x', owner)
    assert.deepEqual(Object.keys(answer.json()['invalid-params']), ['startDate', 'endDate'])
  })
})

test('how many stayed until when; who watches a scene twice counts once', async () => {
  const video = await ownVideo({ duration: 4 })
  const day = { from: '10:00:00', to: '10:10:00' }
  await watched(video, { ...day, sections: [[0, 4]] })
  await watched(video, {
    ...day,
    sections: [
      [0, 1],
      [1, 2],
      [0, 2],
    ],
  })
  await watched(video, { ...day, sections: [[3, 4]] })
  await watched(video, day)
  const { data } = await stats(video, 'retention')
  assert.deepEqual(data, [
    { second: 0, retentionPercent: 50 },
    { second: 1, retentionPercent: 50 },
    { second: 2, retentionPercent: 50 },
    { second: 3, retentionPercent: 50 },
    { second: 4, retentionPercent: 50 },
  ])
  const long = await ownVideo({ duration: 1000 })
  await watched(long, {
    ...day,
    sections: [
      [5, 22],
      [23, 29],
      [2_147_483_640, 2_147_483_647],
    ],
  })
  const curve = (await stats(long, 'retention')).data
  assert.equal(curve.length, 101)
  assert.deepEqual(
    curve.slice(0, 4).map((point: any) => point.retentionPercent),
    [0, 100, 100, 0],
  )
  const live = await ownVideo({ isLive: true, duration: 0 })
  assert.equal(await status(live, 'retention', owner), 400)
})

test('who may: owner, collaborators, moderators; videos of this server only', async () => {
  const video = await ownVideo({ privacy: 3 })
  const paths = ['overall', 'user-agent', 'timeseries/viewers', 'retention']
  for (const path of paths) {
    assert.equal(await status(video, path), 401, path)
    assert.equal(await status(video, path, other), 403, path)
    for (const as of [owner, helper, moderator, root]) assert.equal(await status(video, path, as), 200, path)
    assert.equal(await status('999999', path, owner), 404, path)
    assert.equal(await status('x', path, owner), 400, path)
  }
  for (const path of ['overall', 'user-agent']) {
    const answer = await get(video, `${path}?startDate=soon&endDate=2025-13-45`, owner)
    assert.equal(answer.statusCode, 400)
    assert.deepEqual(Object.keys(answer.json()['invalid-params']), ['startDate', 'endDate'])
  }
  await server.ctx.db.updateTable('video').set({ remote: true }).where('id', '=', video.id).execute()
  for (const path of paths) assert.equal(await status(video, path, root), 403, path)
})

test('a hundred thousand viewers are no matter of many seconds, even on a busy machine', async () => {
  const video = await ownVideo({ duration: 600 })
  await sql`
    WITH viewer AS (
      INSERT INTO "localVideoViewer" ("startDate", "endDate", "watchTime", "uuid", "url", "videoId", "createdAt", "country")
      SELECT at, at + interval '5 minutes', 300, uuid, 'http://x/' || uuid, ${video.id}, now(), 'FR'
        FROM (SELECT timestamptz '2025-05-01' + i * interval '20 seconds' AS at, gen_random_uuid() AS uuid
                FROM generate_series(1, 100000) i) made
      RETURNING "id"
    )
    INSERT INTO "localVideoViewerWatchSection" ("watchStart", "watchEnd", "localVideoViewerId", "createdAt")
    SELECT 0, 300, "id", now() FROM viewer`.execute(server.ctx.db)
  await sql`ANALYZE "localVideoViewer", "localVideoViewerWatchSection"`.execute(server.ctx.db)
  for (const path of [
    'overall',
    'user-agent',
    'timeseries/viewers?startDate=2025-05-01&endDate=2025-05-25',
    'retention',
  ]) {
    const started = performance.now()
    await stats(video, path)
    const took = performance.now() - started
    if (process.env.TEST_LOG) console.log(path, Math.round(took))
    assert.ok(took < 5000, `${path}: ${took} ms`)
  }
})
