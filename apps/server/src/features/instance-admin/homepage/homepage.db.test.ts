import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '#app/test-server.ts'

const url = '/api/v1/custom-pages/homepage/instance'

test('the homepage is unknown until it is stored, then public and replaced as a whole', async (t) => {
  const server = await startTestServer()
  t.after(() => server.close())
  const root = await server.login()
  const enabled = async () => (await server.request({ url: '/api/v1/config' })).json().homepage.enabled
  const put = (payload: object) => server.request({ method: 'PUT', url, as: root, payload })
  assert.equal((await server.request({ url })).statusCode, 404)
  assert.equal(await enabled(), false)

  for (const content of ['<h1>Hello</h1>', '# Again']) {
    assert.equal((await put({ content })).statusCode, 204)
    const answer = await server.request({ url })
    assert.deepEqual([answer.statusCode, answer.json()], [200, { content }])
    assert.equal(await enabled(), true)
  }
  assert.equal((await put({ content: '' })).statusCode, 204)
  assert.deepEqual((await server.request({ url })).json(), { content: '' })
  assert.equal(await enabled(), false)

  assert.equal((await put({ content: ['no text'] })).statusCode, 400)
  assert.equal((await server.request({ method: 'PUT', url, payload: { content: 'x' } })).statusCode, 401)
  const person = { username: 'simple', password: 'a password', email: 'simple@example.org', role: 2 }
  const payload = { ...person, videoQuota: -1, videoQuotaDaily: -1 }
  await server.request({ method: 'POST', url: '/api/v1/users', as: root, payload })
  const as = await server.login('simple', 'a password')
  assert.equal((await server.request({ method: 'PUT', url, as, payload: { content: 'x' } })).statusCode, 403)
})
