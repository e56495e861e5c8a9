import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

describe('the pictures that the configuration names', () => {
  let server: RealServer
  before(async () => {
    server = await startRealServer()
  })
  after(async () => {
    await server.stop()
    await removeData(server.data)
  })

  test('are there', async () => {
    const config = (await (await fetch(`${server.url}/api/v1/config`)).json()) as {
      instance: { logo: { type: string; fileUrl: string }[] }
    }
    const urls = [...config.instance.logo.map((logo) => logo.fileUrl), `${server.url}/client/assets/images/logo.svg`]
    assert.ok(urls.length > 2)
    for (const url of urls) {
      const answer = await fetch(url)
      assert.equal(answer.status, 200, url)
      assert.match(answer.headers.get('content-type')!, /^image\//)
    }
  })
})
