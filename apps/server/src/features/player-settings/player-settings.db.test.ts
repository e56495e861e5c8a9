import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'

describe('player settings', () => {
  let server: TestServer
  let tokens: Record<'owner' | 'other' | 'mod', string>
  let video: TestVideo
  let hidden: TestVideo

  before(async () => {
    server = await startTestServer()
    tokens = await addPeople(server, { owner: 2, other: 2, mod: 1 })
    video = await makeTestVideo(server.ctx, { owner: 'owner' })
    hidden = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 3 })
  })
  after(() => server.close())

  const ofVideo = () => `videos/${video.uuid}`
  const ofChannel = 'video-channels/owner_channel'
  const get = async (path: string, as?: string) => {
    const answer = await server.request({ url: `/api/v1/player-settings/${path}`, ...(as ? { as } : {}) })
    return answer.statusCode === 200 ? (answer.json().theme as string) : answer.statusCode
  }
  const put = async (path: string, theme: unknown, as?: string) => {
    const url = `/api/v1/player-settings/${path}`
    const answer = await server.request({ method: 'PUT', url, payload: { theme }, ...(as ? { as } : {}) })
    return answer.statusCode === 200 ? (answer.json().theme as string) : answer.statusCode
  }

  test("the video's, else the channel's, else the instance's", async () => {
    const raw = () => get(`${ofVideo()}?raw=true`, tokens.owner)
    assert.equal(await get(ofVideo()), 'lucide')
    assert.equal(await raw(), 'channel-default')
    assert.equal(await get(`${ofChannel}?raw=true`, tokens.owner), 'instance-default')
    assert.equal(await put(ofChannel, 'galaxy', tokens.owner), 'galaxy')
    assert.equal(await get(ofChannel), 'galaxy')
    assert.equal(await get(ofVideo()), 'galaxy')
    assert.equal(await put(ofVideo(), 'instance-default', tokens.owner), 'instance-default')
    assert.equal(await get(ofVideo()), 'lucide')
    assert.equal(await raw(), 'instance-default')
    assert.equal(await put(ofVideo(), 'channel-default', tokens.mod), 'channel-default')
    assert.equal(await get(ofVideo()), 'galaxy')
    assert.equal(await put(ofChannel, 'instance-default', tokens.mod), 'instance-default')
    assert.equal(await get(ofVideo()), 'lucide')
  })

  test('who may', async () => {
    for (const path of [ofVideo(), ofChannel]) {
      assert.equal(await get(`${path}?raw=true`), 401)
      assert.equal(await get(`${path}?raw=true`, tokens.other), 403)
      assert.equal(await put(path, 'galaxy'), 401)
      assert.equal(await put(path, 'galaxy', tokens.other), 403)
    }
    assert.equal(await get(`videos/${hidden.uuid}`), 401)
    assert.equal(await get(`videos/${hidden.uuid}`, tokens.other), 403)
    assert.equal(await get(`videos/${hidden.uuid}`, tokens.owner), 'lucide')
  })

  test('what is refused', async () => {
    for (const theme of ['channel-default', 'vidstack', undefined, 3]) {
      assert.equal(await put(ofChannel, theme, tokens.owner), 400)
    }
    assert.equal(await put(ofVideo(), 'vidstack', tokens.owner), 400)
    assert.equal(await get('videos/no-id'), 400)
    assert.equal(await get('videos/5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001'), 404)
    assert.equal(await get('video-channels/nobody'), 404)
    assert.equal(await put('video-channels/nobody', 'galaxy', tokens.owner), 404)
  })
})
