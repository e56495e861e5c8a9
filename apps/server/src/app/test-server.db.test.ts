import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from './test-server.ts'

describe('the server', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.close())

  test('answers ping to any verb', async () => {
    for (const method of ['GET', 'POST', 'DELETE'] as const) {
      const answer = await server.request({ method, url: '/api/v1/ping' })
      assert.equal(answer.statusCode, 200)
      assert.equal(answer.body, 'pong')
    }
  })

  test('signs root in and tells who that is', async () => {
    const token = await server.login()
    const me = await server.request({ url: '/api/v1/users/me', as: token })
    assert.equal(me.statusCode, 200, me.body)
    assert.equal(me.json().username, 'root')
  })

  test('describes what it serves as OpenAPI', async () => {
    const answer = await server.request({ url: '/api/v1/openapi.json' })
    assert.equal(answer.statusCode, 200)
    const { openapi, paths } = answer.json()
    assert.equal(openapi, '3.1.0')
    assert.equal(paths['/api/v1/videos/{id}'].get.operationId, 'getVideo')
    assert.equal(paths['/api/v1/server/following'], undefined)
  })
})
