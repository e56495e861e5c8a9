import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'

describe('GET /services/oembed', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.close())

  const ask = (url: string, more = '') =>
    server.request({ url: `/services/oembed?url=${encodeURIComponent(url)}${more}` })

  test('describes a public video as an iframe, within the asked size, with the player parameters', async () => {
    const shortUUID = uuidToShort((await makeTestVideo(server.ctx, { name: 'A "quoted" <title>' })).uuid)
    const answer = await ask(`${server.ctx.origin.url}/w/${shortUUID}?start=1m&evil=1`, '&maxwidth=400')
    assert.equal(answer.statusCode, 200, answer.body)
    const body = answer.json()
    assert.equal(body.title, 'A "quoted" <title>')
    assert.deepEqual([body.width, body.height], [400, 315])
    assert.match(body.html, /title="A &quot;quoted&quot; &lt;title&gt;"/)
    assert.match(body.html, new RegExp(`src="${server.ctx.origin.url}/videos/embed/${shortUUID}\\?start=1m"`))
    assert.equal(answer.headers['access-control-allow-origin'], '*')
  })

  test('refuses what is foreign, unknown, not public or not JSON', async () => {
    const origin = server.ctx.origin.url
    const hidden = await makeTestVideo(server.ctx, { privacy: 3 })
    const unlisted = await makeTestVideo(server.ctx, { privacy: 2 })
    const cases: [string, string, number][] = [
      ['https://elsewhere.example/w/abc', '', 400],
      [`${origin}/w/not-an-id`, '', 400],
      [`${origin}/about`, '', 400],
      [`${origin}/w/00000000-0000-4000-8000-000000000000`, '', 404],
      [`${origin}/w/${uuidToShort(hidden.uuid)}`, '', 403],
      [`${origin}/w/${uuidToShort(unlisted.uuid)}`, '', 200],
      [`${origin}/w/${unlisted.id}`, '', 403],
      [`${origin}/w/${uuidToShort(unlisted.uuid)}`, '&format=xml', 501],
      [`${origin}/w/${uuidToShort(unlisted.uuid)}`, '&format=yaml', 400],
      [`${origin}/w/${uuidToShort(unlisted.uuid)}`, '&maxwidth=wide', 400],
    ]
    for (const [url, more, status] of cases) {
      assert.equal((await ask(url, more)).statusCode, status, `${url}${more}`)
    }
  })
})
