import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { startMailbox, type Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'

const url = '/api/v1/server/debug'

test('GET /server/debug tells how the server sees the caller, to administrators only', async (t) => {
  const server = await startTestServer()
  t.after(() => server.close())
  const as = await server.login()
  const answer = await server.request({ url, as, headers: { 'x-forwarded-for': '203.0.113.7' } })
  assert.deepEqual([answer.statusCode, answer.json()], [200, { ip: '203.0.113.7', activityPubMessagesWaiting: 0 }])

  await addUser(server.ctx, 'moderator', { role: 1 })
  assert.equal((await server.request({ url })).statusCode, 401)
  assert.equal((await server.request({ url, as: await server.login('moderator', userPassword) })).statusCode, 403)
})

describe('POST /server/debug/run-command', () => {
  let mailbox: Mailbox
  let server: TestServer
  let root: string
  before(async () => {
    mailbox = await startMailbox()
    server = await startTestServer({ settings: mailbox.settings, worker: true })
    root = await server.login()
  })
  after(async () => {
    await server.close()
    await mailbox.close()
  })

  const run = (payload: object, as: string | undefined = root) =>
    server.request({ method: 'POST', url: `${url}/run-command`, payload, ...(as && { as }) })

  test('publishes what is due', async () => {
    const { id, uuid } = await makeTestVideo(server.ctx, { privacy: 3 })
    const dates = { createdAt: new Date(), updatedAt: new Date() }
    const due = { videoId: id, updateAt: new Date(Date.now() - 1000), privacy: 1 as const, ...dates }
    await server.ctx.db.insertInto('scheduleVideoUpdate').values(due).execute()
    assert.equal((await server.request({ url: `/api/v1/videos/${uuid}` })).statusCode, 401)
    assert.equal((await run({ command: 'process-update-videos-scheduler' })).statusCode, 204)
    assert.equal((await server.request({ url: `/api/v1/videos/${uuid}` })).statusCode, 200)
  })

  test('removes old figures', async () => {
    const { id } = await makeTestVideo(server.ctx)
    const old = new Date(Date.now() - 10 * 24 * 3_600_000)
    const stat = { videoId: id, startDate: old, endDate: old, createdAt: old, views: 3 }
    await server.ctx.db.insertInto('videoStat').values(stat).execute()
    await server.ctx.settings.override({ views: { videos: { local: { max_age: '1 day' } } } })
    assert.equal((await run({ command: 'process-remove-old-stats' })).statusCode, 204)
    const left = await server.ctx.db.selectFrom('videoStat').selectAll().where('videoId', '=', id).execute()
    assert.deepEqual(left, [])
    await server.ctx.settings.clearOverride()
  })

  for (const command of [
    ...['remove-dandling-resumable-uploads', 'remove-expired-user-exports', 'process-video-stats-buffer'],
    ...['process-video-viewers', 'process-video-channel-sync-latest'],
  ]) {
    test(`does ${command}`, async () => assert.equal((await run({ command })).statusCode, 204))
  }

  test('400 names what is wrong', async () => {
    for (const [field, payload] of [
      ['command', {}],
      ['command', { command: 'format-disk' }],
      ['email', { command: 'test-emails', email: 'nobody' }],
    ] as const) {
      const answer = await run(payload)
      assert.equal(answer.statusCode, 400)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
    }
  })

  test('401 without a token, 403 for a moderator', async () => {
    await addUser(server.ctx, 'moderator', { role: 1 })
    const payload = { command: 'process-video-viewers' }
    assert.equal((await run(payload, '')).statusCode, 401)
    assert.equal((await run(payload, await server.login('moderator', userPassword))).statusCode, 403)
  })
})
