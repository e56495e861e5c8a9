import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { endIdleSessions, foldCounts } from './views.sql.ts'

const features = featuresUpTo('views')

describe('views', () => {
  let server: TestServer
  let video: TestVideo

  before(async () => {
    server = await startTestServer({ features, settings: { views: { videos: { view_expiration: '1 hour' } } } })
  })
  after(() => server.close())

  const report = (
    currentTime: number,
    more: object = {},
    method: 'POST' | 'PUT' = 'POST',
    name = 'views',
    as?: string,
  ) =>
    server.request({
      method,
      url: `/api/v1/videos/${video.uuid}/${name}`,
      payload: { currentTime, ...more },
      ...(as ? { as } : {}),
    })
  const details = async () => (await server.request({ url: `/api/v1/videos/${video.id}` })).json()
  const statistics = () => server.ctx.db.selectFrom('videoStat').selectAll().where('videoId', '=', video.id).execute()

  test('ten seconds are one view, folded into the video and its hour', async () => {
    video = await makeTestVideo(server.ctx)
    for (const sessionId of ['one', 'two']) {
      for (const time of [0, 4, 9]) assert.equal((await report(time, { sessionId })).statusCode, 204)
    }
    await foldCounts(server.ctx.db)
    assert.equal((await details()).views, 0)
    assert.equal((await details()).viewers, 2)

    for (const sessionId of ['one', 'two']) await report(12, { sessionId })
    await report(30, { sessionId: 'one' })
    assert.equal((await details()).views, 0, 'not before they are folded')
    await foldCounts(server.ctx.db)
    assert.equal((await details()).views, 2)
    await report(5, { sessionId: 'three' })
    await report(20, { sessionId: 'three' })
    await foldCounts(server.ctx.db)
    await foldCounts(server.ctx.db)
    assert.equal((await details()).views, 3)
    const rows = await statistics()
    assert.equal(
      rows.reduce((sum, row) => sum + row.views, 0),
      3,
    )
    assert.ok(rows.length <= 2, 'one row an hour')
  })

  test('a popular video costs one update an interval; no view is lost or counted twice, whatever happens', async () => {
    const { db } = server.ctx
    video = await makeTestVideo(server.ctx)
    await sql`CREATE TABLE public.test_updates (at timestamptz DEFAULT clock_timestamp())`.execute(db)
    await sql`CREATE FUNCTION public.test_count() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO public.test_updates DEFAULT VALUES; RETURN NULL; END $$`.execute(db)
    await sql`CREATE TRIGGER test_count AFTER UPDATE ON "video" FOR EACH ROW EXECUTE FUNCTION public.test_count()`.execute(
      db,
    )
    const updates = async () =>
      (await sql<{ n: number }>`SELECT count(*)::int AS n FROM public.test_updates`.execute(db)).rows[0]!.n
    const views = async () => Number((await details()).views)
    const watch = async (sessionId: string) => {
      assert.equal((await report(0, { sessionId })).statusCode, 204)
      assert.equal((await report(20, { sessionId })).statusCode, 204)
    }
    const sessions = (name: string) => Array.from({ length: 20 }, (_, index) => `${name}-${index}`)
    await Promise.all(sessions('first').map(watch))
    assert.equal(await updates(), 0)

    // The server dies while it adds them up.
    const crash = db.transaction().execute(async (tx) => {
      assert.deepEqual(await foldCounts(tx), [video.id])
      throw new Error('crash')
    })
    await assert.rejects(crash, /crash/)
    assert.equal(await views(), 0)
    assert.deepEqual(await foldCounts(db), [video.id])
    assert.deepEqual([await views(), await updates()], [20, 1])

    // Two nodes add up while people watch.
    await Promise.all([...sessions('second').map(watch), foldCounts(db), foldCounts(db)])
    await Promise.all([foldCounts(db), foldCounts(db)])
    assert.equal(await views(), 40)
    assert.deepEqual(await foldCounts(db), [])
    const rows = await statistics()
    assert.equal(
      rows.reduce((sum, row) => sum + row.views, 0),
      40,
    )
    await sql`DROP TRIGGER test_count ON "video"`.execute(db)
  })

  test('a session that goes on while idle ones end is counted once', async () => {
    video = await makeTestVideo(server.ctx)
    await report(0, { sessionId: 'revived' })
    const end = () =>
      endIdleSessions(server.ctx.db, new Date(Date.now() + 1000), 'http://localhost/videos/local-viewer/')
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, (_, index) => report(index, { sessionId: 'revived' })),
      ...Array.from({ length: 5 }, end),
    ])
    for (const answer of answers) if (answer) assert.equal(answer.statusCode, 204)
  })

  test('idle sessions become viewer statistics, those that watched nothing do not', async () => {
    video = await makeTestVideo(server.ctx)
    await report(3, { sessionId: 'a', client: 'Firefox', device: 'mobile', operatingSystem: 'Android' })
    await report(8, { sessionId: 'a' })
    await report(40, { sessionId: 'a', viewEvent: 'seek' })
    await report(45, { sessionId: 'a' })
    await report(3, { sessionId: 'b', device: 'toaster' })
    await endIdleSessions(server.ctx.db, new Date(Date.now() + 1000), 'http://localhost/videos/local-viewer/')
    const viewers = await server.ctx.db
      .selectFrom('localVideoViewer')
      .selectAll()
      .where('videoId', '=', video.id)
      .execute()
    assert.equal(viewers.length, 1)
    const [viewer] = viewers
    assert.equal(viewer!.watchTime, 10)
    assert.deepEqual([viewer!.client, viewer!.device, viewer!.operatingSystem], ['Firefox', 'mobile', 'Android'])
    assert.equal(viewer!.url, `http://localhost/videos/local-viewer/${viewer!.uuid}`)
    const sections = await server.ctx.db
      .selectFrom('localVideoViewerWatchSection')
      .select(['watchStart', 'watchEnd'])
      .where('localVideoViewerId', '=', viewer!.id)
      .orderBy('watchStart')
      .execute()
    assert.deepEqual(sections, [
      { watchStart: 3, watchEnd: 8 },
      { watchStart: 40, watchEnd: 45 },
    ])
    assert.equal((await details()).viewers, 0)
  })

  test('a live whose viewer tells of absurd moments does not keep the others from ending', async () => {
    const live = await makeTestVideo(server.ctx, { isLive: true, duration: 0 })
    video = live
    for (const currentTime of [0, 2_147_483_647]) {
      await report(currentTime, { sessionId: 'absurd', viewEvent: 'seek' })
      await report(2_147_483_647, { sessionId: 'absurd' })
    }
    await report(0, { sessionId: 'absurd' })
    await report(2_147_483_647, { sessionId: 'absurd' })
    video = await makeTestVideo(server.ctx)
    for (const time of [0, 9]) await report(time, { sessionId: 'honest' })
    await endIdleSessions(server.ctx.db, new Date(Date.now() + 1000), 'http://localhost/videos/local-viewer/')
    const rows = await server.ctx.db
      .selectFrom('localVideoViewer')
      .select(['videoId', 'watchTime'])
      .where('videoId', 'in', [live.id, video.id])
      .orderBy('videoId')
      .execute()
    assert.deepEqual(rows, [
      { videoId: live.id, watchTime: 2_147_483_647 },
      { videoId: video.id, watchTime: 9 },
    ])
  })

  test('the history of a signed-in user moves along, by the old route too', async () => {
    video = await makeTestVideo(server.ctx)
    const root = await server.login()
    assert.equal((await report(7, {}, 'PUT', 'watching', root)).statusCode, 204)
    assert.equal((await report(9, {}, 'PUT', 'views', root)).statusCode, 204)
    const mine = (await server.request({ url: `/api/v1/videos/${video.id}`, as: root })).json()
    assert.deepEqual(mine.userHistory, { currentTime: 9 })
    assert.equal((await details()).userHistory, undefined)
  })

  test('what is refused', async () => {
    video = await makeTestVideo(server.ctx)
    assert.equal((await report(61)).statusCode, 400)
    assert.equal((await report(-1)).statusCode, 400)
    assert.equal((await report(1, { viewEvent: 'jump' })).statusCode, 400)
    assert.equal((await report(1, { sessionId: 'a b' })).statusCode, 400)
    const unknown = await server.request({
      method: 'POST',
      url: '/api/v1/videos/999999/views',
      payload: { currentTime: 1 },
    })
    assert.equal(unknown.statusCode, 404)
    for (const method of ['GET', 'DELETE', 'PATCH'] as const) {
      const answer = await server.request({ method, url: `/api/v1/videos/${video.id}/views` })
      assert.equal(answer.statusCode, 405)
      assert.equal(answer.body, 'Method Not Allowed')
    }
  })
})
