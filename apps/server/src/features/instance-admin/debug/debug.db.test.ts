import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '#app/test-server.ts'
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
