import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'

const url = '/api/v1/config/custom/sources'

describe('GET /config/custom/sources', () => {
  let server: TestServer
  let root: string
  before(async () => {
    server = await startTestServer()
    root = await server.login()
  })
  after(() => server.close())

  test('is for administrators', async () => {
    assert.equal((await server.request({ url })).statusCode, 401)
  })

  test('tells what files and environment give, under the names of the API, and nothing that is not editable', async (t) => {
    const { given } = server.ctx.settings
    t.after(() => (server.ctx.settings.given = given))
    server.ctx.settings.given = () =>
      new Map([
        ['signup.requires_approval', { source: 'PEERTUBE_SIGNUP_REQUIRES_APPROVAL', value: true }],
        ['transcoding.resolutions.480p', { source: '/etc/production.yaml', value: false }],
        ['smtp.password', { source: 'PEERTUBE_SMTP_PASSWORD', value: 'secret' }],
      ])
    const answer = await server.request({ url, as: root })
    assert.equal(answer.statusCode, 200)
    assert.deepEqual(answer.json(), {
      settings: [
        { path: 'signup.requiresApproval', source: 'PEERTUBE_SIGNUP_REQUIRES_APPROVAL', value: true },
        { path: 'transcoding.resolutions.480p', source: '/etc/production.yaml', value: false },
      ],
    })
  })

  test('a contradiction is told at the setting', async () => {
    const config = (await server.request({ url: '/api/v1/config/custom', as: root })).json()
    config.transcoding.enabled = true
    config.transcoding.hls.enabled = false
    config.transcoding.webVideos.enabled = false
    config.user.defaultChannelName = 'Not stored'
    const answer = await server.request({ method: 'PUT', url: '/api/v1/config/custom', as: root, payload: config })
    assert.equal(answer.statusCode, 400)
    assert.deepEqual(Object.keys(answer.json()['invalid-params']), ['transcoding.enabled'])
    assert.notEqual(server.ctx.settings.current.user.default_channel_name, 'Not stored')
  })
})
