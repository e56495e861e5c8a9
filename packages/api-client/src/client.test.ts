import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, beforeEach, describe, it } from 'node:test'
import { ApiProblem } from './api-problem.ts'
import { createClient } from './client.ts'
import {
  addPlaylist,
  delVideo,
  getOAuthToken,
  getPing,
  getVideo,
  getVideos,
  putUserInfo,
  putVideo,
  uploadLegacy,
  uploadResumable,
} from './endpoints.ts'

interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

interface Reply {
  status: number
  headers?: Record<string, string>
  body?: string
}

describe('createClient', () => {
  let server: Server
  let baseUrl = ''
  let seen: Seen[] = []
  let replies: Reply[] = []

  before(async () => {
    server = createServer(async (request, response) => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body: await text(request) })
      const reply = replies.shift() ?? { status: 204 }
      response.writeHead(reply.status, reply.headers).end(reply.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  beforeEach(() => {
    seen = []
    replies = []
  })

  after(() => server.close())

  const json = (value: unknown, status = 200): Reply => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  })

  it('fills the path and reads the typed answer', async () => {
    replies = [json({ name: 'A video' })]
    const video = await createClient({ baseUrl }).call(getVideo, { params: { id: 'a b/c' } })
    const name: string = video.name
    assert.equal(name, 'A video')
    assert.equal(seen[0]?.method, 'GET')
    assert.equal(seen[0]?.url, '/api/v1/videos/a%20b%2Fc')
    assert.equal(seen[0]?.headers.authorization, undefined)
  })

  it('repeats the keys of arrays and leaves out what is undefined', async () => {
    replies = [json({ total: 0, data: [] })]
    const list = await createClient({ baseUrl }).call(getVideos, {
      query: { tagsOneOf: ['a', 'b&c'], isLive: false, count: 5, search: undefined },
    })
    assert.deepEqual(list.data, [])
    assert.equal(seen[0]?.url, '/api/v1/videos?tagsOneOf=a&tagsOneOf=b%26c&isLive=false&count=5')
  })

  it('asks without options where the operation needs none', async () => {
    replies = [json({ total: 0, data: [] }), { status: 200, body: 'pong' }]
    const client = createClient({ baseUrl })
    await client.call(getVideos)
    assert.equal(seen[0]?.url, '/api/v1/videos')
    const response = await client.call(getPing)
    assert.equal(await response.text(), 'pong')
  })

  it('sends the token, headers and JSON', async () => {
    const client = createClient({ baseUrl, getToken: async () => 'secret' })
    assert.equal(await client.call(putUserInfo, { body: { displayName: 'Me', description: null } }), undefined)
    assert.equal(seen[0]?.headers.authorization, 'Bearer secret')
    assert.equal(seen[0]?.headers['content-type'], 'application/json')
    assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), { displayName: 'Me', description: null })

    replies = [json({})]
    await client.call(getVideo, { params: { id: 1 }, headers: { 'x-peertube-video-password': 'open' } })
    assert.equal(seen[1]?.headers['x-peertube-video-password'], 'open')
  })

  it('sends forms', async () => {
    replies = [json({ access_token: 'a' })]
    const body = { client_id: 'id', client_secret: 's', grant_type: 'password', username: 'root', password: 'a&b' }
    const token = await createClient({ baseUrl }).call(getOAuthToken, { body })
    assert.equal(token.access_token, 'a')
    assert.match(seen[0]?.headers['content-type'] ?? '', /^application\/x-www-form-urlencoded/)
    assert.equal(new URLSearchParams(seen[0]?.body).get('password'), 'a&b')
  })

  it('sends files as multipart with bracketed names', async () => {
    replies = [json({ video: { id: 1, uuid: '', shortUUID: '' } })]
    const { video } = await createClient({ baseUrl }).call(uploadLegacy, {
      body: {
        name: 'Name',
        channelId: 2,
        tags: ['one', 'two'],
        scheduleUpdate: { updateAt: '2030-01-01', privacy: 1 },
      },
      files: { videofile: new File(['bytes'], 'video.mp4', { type: 'video/mp4' }) },
    })
    assert.equal(video.id, 1)
    const sent = await new Response(seen[0]?.body, {
      headers: { 'content-type': seen[0]?.headers['content-type'] ?? '' },
    }).formData()
    assert.equal(sent.get('name'), 'Name')
    assert.equal(sent.get('channelId'), '2')
    assert.equal(sent.get('tags[1]'), 'two')
    assert.equal(sent.get('scheduleUpdate[privacy]'), '1')
    assert.equal((sent.get('videofile') as File).name, 'video.mp4')
  })

  it('prefers JSON when no file comes along', async () => {
    replies = [{ status: 204 }, json({ videoPlaylist: { id: 1, uuid: '', shortUUID: '' } })]
    const client = createClient({ baseUrl })
    await client.call(putVideo, { params: { id: 1 }, body: { name: 'New name' } })
    assert.equal(seen[0]?.headers['content-type'], 'application/json')
    const thumbnailfile = new File(['x'], 'a.jpg', { type: 'image/jpeg' })
    await client.call(addPlaylist, { body: { displayName: 'List' }, files: { thumbnailfile } })
    assert.match(seen[1]?.headers['content-type'] ?? '', /^multipart\/form-data/)
  })

  it('sends chunks as they are', async () => {
    replies = [json({ video: { id: 1, uuid: '', shortUUID: '' } })]
    await createClient({ baseUrl }).call(uploadResumable, {
      query: { upload_id: 'abc' },
      headers: { 'content-range': 'bytes 0-4/5' },
      body: new Blob(['bytes']),
    })
    assert.equal(seen[0]?.body, 'bytes')
    assert.equal(seen[0]?.headers['content-range'], 'bytes 0-4/5')
    assert.equal(seen[0]?.headers['content-type'], 'application/octet-stream')
  })

  it('throws problems with their code, fields and waiting time', async () => {
    const document = {
      status: 413,
      code: 'quota_reached',
      detail: 'Too much.',
      'invalid-params': { name: { msg: 'Too short', path: 'name' } },
    }
    replies = [{ ...json(document, 413), headers: { 'content-type': 'application/problem+json', 'retry-after': '7' } }]
    const refused = createClient({ baseUrl }).call(delVideo, { params: { id: 1 } })
    await assert.rejects(refused, (error) => {
      assert.ok(error instanceof ApiProblem)
      assert.equal(error.status, 413)
      assert.equal(error.code, 'quota_reached')
      assert.equal(error.detail, 'Too much.')
      assert.equal(error.invalidParams.name?.msg, 'Too short')
      assert.equal(error.retryAfter, 7)
      return true
    })
  })

  it('throws plain refusals too', async () => {
    replies = [{ status: 404, body: 'Not Found' }, { status: 400 }]
    const client = createClient({ baseUrl })
    await assert.rejects(client.call(delVideo, { params: { id: 1 } }), {
      status: 404,
      detail: 'Not Found',
      code: undefined,
    })
    await assert.rejects(client.call(delVideo, { params: { id: 1 } }), { status: 400, detail: 'Bad Request' })
  })

  it('asks once more after the token was renewed', async () => {
    let token = 'old'
    const renew = () => {
      token = 'new'
      return true
    }
    replies = [json({ code: 'invalid_token' }, 401), json({ name: 'A video' })]
    const client = createClient({ baseUrl, getToken: () => token, onUnauthorized: renew })
    assert.equal((await client.call(getVideo, { params: { id: 1 } })).name, 'A video')
    assert.deepEqual(
      seen.map(({ headers }) => headers.authorization),
      ['Bearer old', 'Bearer new'],
    )

    replies = [json({ code: 'invalid_token' }, 401)]
    const hopeless = createClient({ baseUrl, onUnauthorized: () => false })
    await assert.rejects(hopeless.call(getVideo, { params: { id: 1 } }), { status: 401, code: 'invalid_token' })
  })

  it('stops on a signal', async () => {
    const signal = AbortSignal.abort()
    await assert.rejects(createClient({ baseUrl }).call(getVideo, { params: { id: 1 }, signal }), {
      name: 'AbortError',
    })
  })

  it('refuses a path without its parameter, when it is compiled and when it runs', async () => {
    const client = createClient({ baseUrl })
    // @ts-expect-error: the path has a parameter.
    await assert.rejects(client.call(getVideo), TypeError)
    // @ts-expect-error: it is called id.
    await assert.rejects(client.call(getVideo, { params: { uuid: 'a' } }), TypeError)
    assert.equal(seen.length, 0)
  })
})
