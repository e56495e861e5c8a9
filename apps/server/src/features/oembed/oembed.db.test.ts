import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'

describe('GET /services/oembed', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.close())

  const ask = (url: string, more = '') =>
    server.request({ url: `/services/oembed?url=${encodeURIComponent(url)}${more}` })

  const named = async (name: string) => {
    const { uuid } = await makeTestVideo(server.ctx, { name })
    return { shortUUID: uuidToShort(uuid) }
  }

  test('describes a public video as an iframe, within the asked size, with the player parameters', async () => {
    const { shortUUID } = await named('A "quoted" <title>')
    const answer = await ask(`${server.ctx.origin.url}/w/${shortUUID}?start=1m&evil=1`, '&maxwidth=400')
    assert.equal(answer.statusCode, 200, answer.body)
    const body = answer.json()
    assert.equal(body.title, 'A "quoted" <title>')
    assert.deepEqual([body.width, body.height], [400, 315])
    assert.match(body.html, /title="A &quot;quoted&quot; &lt;title&gt;"/)
    assert.match(body.html, new RegExp(`src="${server.ctx.origin.url}/videos/embed/${shortUUID}\\?start=1m"`))
    assert.equal(answer.headers['access-control-allow-origin'], '*')
  })

  test('says the same as XML', async () => {
    const { shortUUID } = await named('Salt & <pepper>')
    const address = `${server.ctx.origin.url}/w/${shortUUID}`
    const xml = await ask(address, '&format=xml&maxwidth=300')
    assert.equal(xml.headers['content-type'], 'text/xml; charset=utf-8')
    const { oembed } = new XMLParser({ parseTagValue: false }).parse(xml.body)
    const json = (await ask(address, '&maxwidth=300')).json()
    const told = Object.entries<string | number>(json).map(([name, value]) => [name, String(value)])
    assert.deepEqual(oembed, Object.fromEntries(told))
  })

  test('refuses what is foreign, unknown, not public or no format', async () => {
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
      [`${origin}/w/${uuidToShort(unlisted.uuid)}`, '&format=xml', 200],
      [`${origin}/w/${uuidToShort(hidden.uuid)}`, '&format=xml', 403],
      [`${origin}/w/${uuidToShort(unlisted.uuid)}`, '&format=yaml', 400],
      [`${origin}/w/${uuidToShort(unlisted.uuid)}`, '&maxwidth=wide', 400],
      [`${origin}/w/${uuidToShort(unlisted.uuid)}`, '&maxwidth=0', 400],
      [`${origin}/w/${uuidToShort(unlisted.uuid)}`, '&maxheight=-5', 400],
    ]
    for (const [url, more, status] of cases) {
      assert.equal((await ask(url, more)).statusCode, status, `${url}${more}`)
    }
  })

  describe('of playlists', () => {
    let owner: string
    let channelId: number
    before(async () => {
      channelId = (await addUser(server.ctx, 'maria')).channelId
      owner = await server.login('maria', userPassword)
    })

    const create = async (privacy: number, more: object = {}) => {
      const { uuid } = await makeTestVideo(server.ctx, { owner: 'maria' })
      const payload = {
        displayName: 'A "list"',
        privacy,
        ...(privacy === 3 ? {} : { videoChannelId: channelId }),
        ...more,
      }
      const url = '/api/v1/video-playlists'
      const made = await server.request({ method: 'POST', url, payload, as: owner })
      assert.equal(made.statusCode, 200, made.body)
      const playlist = made.json().videoPlaylist as { id: number; uuid: string; shortUUID: string }
      const element = { method: 'POST', url: `${url}/${playlist.id}/videos`, payload: { videoId: uuid } } as const
      assert.equal((await server.request({ ...element, as: owner })).statusCode, 200)
      return playlist
    }

    test('a public one is an iframe of its player, from the place that was asked for', async () => {
      const { uuid, shortUUID } = await create(1)
      for (const path of [`/w/p/${shortUUID}`, `/w/p/${uuid}`, `/videos/watch/playlist/${uuid}`]) {
        const address = `${server.ctx.origin.url}${path}?playlistPosition=2&evil=1`
        const answer = await ask(address, '&maxwidth=400&maxheight=200&format=json')
        assert.equal(answer.statusCode, 200, answer.body)
        const body = answer.json()
        assert.deepEqual([body.type, body.version, body.title], ['video', '1.0', 'A "list"'])
        assert.deepEqual([body.width, body.height], [400, 200])
        assert.deepEqual([body.author_name, body.author_url], await author())
        const source = `${server.ctx.origin.url}/video-playlists/embed/${shortUUID}?playlistPosition=2`
        assert.ok(body.html.includes(`src="${source}"`), body.html)
        assert.match(body.html, /title="A &quot;list&quot;"/)
      }
    })

    const author = async () => {
      const { displayName, url } = (await server.request({ url: '/api/v1/video-channels/maria_channel' })).json()
      return [displayName, url]
    }

    test('refuses what is unknown or not public, whoever asks', async () => {
      const origin = server.ctx.origin.url
      const [unlisted, hidden] = [await create(2), await create(3)]
      const video = await makeTestVideo(server.ctx)
      const cases: [string, string, number][] = [
        [`${origin}/w/p/${unlisted.shortUUID}`, '', 200],
        [`${origin}/w/p/${unlisted.id}`, '', 403],
        [`${origin}/w/p/${hidden.uuid}`, '', 403],
        [`${origin}/w/p/${hidden.id}`, '', 403],
        [`${origin}/w/p/${uuidToShort(video.uuid)}`, '', 404],
        [`${origin}/w/${unlisted.shortUUID}`, '', 404],
        [`${origin}/w/p/00000000-0000-4000-8000-000000000000`, '', 404],
        [`${origin}/w/p/not-an-id`, '', 400],
        [`${origin}/w/p/`, '', 400],
        [`https://elsewhere.example/w/p/${unlisted.shortUUID}`, '', 400],
        [`${origin}/w/p/${unlisted.shortUUID}`, '&format=xml', 200],
        [`${origin}/w/p/${hidden.uuid}`, '&format=xml', 403],
      ]
      for (const [url, more, status] of cases) {
        const asked = `/services/oembed?url=${encodeURIComponent(url)}${more}`
        for (const as of [undefined, owner]) {
          const answer = await server.request({ url: asked, ...(as && { as }) })
          assert.equal(answer.statusCode, status, `${url}${more}`)
          if (status !== 200) assert.doesNotMatch(answer.body, /list"/)
        }
      }
    })
  })
})
