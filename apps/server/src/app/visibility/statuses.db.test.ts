import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { startTestServer, type TestServer } from '../test-server.ts'

/** Who asks: with whose session, and with which password. */
interface Asker {
  name: string
  as?: string
  password?: string
}

interface Route {
  name: string
  method?: 'GET' | 'POST' | 'PUT'
  url: (video: TestVideo, ref: string | number) => string
  payload?: object
  /** When the video may be read. */
  allowed: number
  /** The operation wants a session, whatever the video. */
  needsSession?: boolean
  /** The address holds the UUID, so that it cannot be asked by number. */
  onlyByUuid?: boolean
  /** Files of public folders are open to who knows their random names; those of private ones are guarded. */
  onlyPrivateFolder?: boolean
}

const api = (path: string) => (_: TestVideo, ref: string | number) => `/api/v1/videos/${ref}${path}`

/** Every address that gives a piece of a video, or does something with it. */
const routes: Route[] = [
  { name: 'description', url: api('/description'), allowed: 200 },
  { name: 'captions', url: api('/captions'), allowed: 200 },
  { name: 'chapters', url: api('/chapters'), allowed: 200 },
  { name: 'storyboards', url: api('/storyboards'), allowed: 200 },
  { name: 'metadata', url: (video, ref) => api(`/metadata/${video.fileIds.web}`)(video, ref), allowed: 200 },
  { name: 'comments', url: api('/comment-threads'), allowed: 200 },
  { name: 'player settings', url: (_, ref) => `/api/v1/player-settings/videos/${ref}`, allowed: 200 },
  {
    name: 'generated download',
    url: (video, ref) => `/download/videos/generate/${ref}?videoFileIds=${video.fileIds.web}`,
    allowed: 200,
  },
  { name: 'web download', url: (_, ref) => `/download/web-videos/${ref}-480.mp4`, allowed: 200 },
  {
    name: 'HLS download',
    url: (_, ref) => `/download/streaming-playlists/hls/videos/${ref}-480-fragmented.mp4`,
    allowed: 200,
  },
  {
    name: 'web video',
    url: ({ webVideo }) => `/static/web-videos/private/${webVideo}`,
    allowed: 200,
    ...{ onlyByUuid: true, onlyPrivateFolder: true },
  },
  {
    name: 'HLS video',
    url: ({ uuid, hlsVideo }) => `/static/streaming-playlists/hls/private/${uuid}/${hlsVideo}`,
    allowed: 200,
    ...{ onlyByUuid: true, onlyPrivateFolder: true },
  },
  {
    name: 'master playlist',
    url: ({ uuid, master }) => `/static/streaming-playlists/hls/private/${uuid}/${master}`,
    allowed: 200,
    ...{ onlyByUuid: true, onlyPrivateFolder: true },
  },
  { name: 'token', method: 'POST', url: api('/token'), allowed: 200, needsSession: true },
  { name: 'rate', method: 'PUT', url: api('/rate'), payload: { rating: 'like' }, allowed: 204, needsSession: true },
  {
    name: 'comment',
    method: 'POST',
    url: api('/comment-threads'),
    payload: { text: 'Hello' },
    allowed: 200,
    needsSession: true,
  },
]

const kinds: { name: string; privacy: number; blocked?: boolean }[] = [
  { name: 'public', privacy: 1 },
  { name: 'unlisted', privacy: 2 },
  { name: 'private', privacy: 3 },
  { name: 'internal', privacy: 4 },
  { name: 'password protected', privacy: 5 },
  { name: 'blocked', privacy: 1, blocked: true },
  { name: 'blocked internal', privacy: 4, blocked: true },
  { name: 'blocked password protected', privacy: 5, blocked: true },
]

describe('what GET /videos/{id} refuses is refused everywhere', () => {
  let server: TestServer
  let askers: Asker[]
  let root: string
  let owner: string

  before(async () => {
    const unlimited = { max: 100_000 }
    const settings = { rates_limit: { download_generate_video: unlimited, api: unlimited } }
    server = await startTestServer({ settings })
    await addUser(server.ctx, 'owner')
    await addUser(server.ctx, 'other')
    await addUser(server.ctx, 'mod', { role: 1 })
    root = await server.login()
    owner = await server.login('owner', userPassword)
    const other = await server.login('other', userPassword)
    const moderator = await server.login('mod', userPassword)
    askers = [
      { name: 'anonymous' },
      { name: 'anonymous with a wrong password', password: 'wrong' },
      { name: 'anonymous with the password', password: 'sesame' },
      { name: 'another user', as: other },
      { name: 'another user with the password', as: other, password: 'sesame' },
      { name: 'the owner', as: owner },
      { name: 'a moderator', as: moderator },
      { name: 'the administrator', as: root },
    ]
  })
  after(() => server.close())

  const ask = (asker: Asker, url: string, method: Route['method'] = 'GET', payload?: object) =>
    server.request({
      method,
      url,
      headers: asker.password === undefined ? {} : { 'x-peertube-video-password': asker.password },
      ...(payload ? { payload } : {}),
      ...(asker.as === undefined ? {} : { as: asker.as }),
    })

  for (const kind of kinds) {
    test(kind.name, async () => {
      const { privacy } = kind
      const passwords = privacy === 5 ? { videoPasswords: ['sesame'] } : {}
      const video = await makeTestVideo(server.ctx, { owner: 'owner', privacy, ...passwords })
      if (kind.blocked) {
        const url = `/api/v1/videos/${video.uuid}/blacklist`
        assert.equal((await server.request({ method: 'POST', url, payload: {}, as: root })).statusCode, 204)
      }
      const playlist = await playlistWith(video)
      for (const asker of askers) {
        for (const ref of [video.uuid, video.id]) {
          const details = (await ask(asker, `/api/v1/videos/${ref}`)).statusCode
          for (const route of routes) {
            if (route.onlyByUuid && ref !== video.uuid) continue
            if (route.onlyPrivateFolder && privacy < 3) continue
            const answer = await ask(asker, route.url(video, ref), route.method, route.payload)
            const what = `${route.name} of a ${kind.name} video for ${asker.name} by ${ref}: ${answer.body.slice(0, 200)}`
            assert.equal(answer.statusCode, expected(route, asker, privacy, details), what)
          }
        }
        const readable = (await ask(asker, `/api/v1/videos/${video.uuid}`)).statusCode === 200
        const elements = await ask(asker, `/api/v1/video-playlists/${playlist}/videos`)
        const [element] = elements.json().data
        if (!readable) assert.equal(element?.video ?? null, null, `playlist for ${asker.name}`)
      }
      const asked = `/services/oembed?url=${encodeURIComponent(`${server.ctx.origin.url}/w/${video.uuid}`)}`
      const embeddable = (await server.request({ url: asked })).statusCode
      const anonymous = (await server.request({ url: `/api/v1/videos/${video.uuid}` })).statusCode
      assert.equal(embeddable === 200, anonymous === 200, `oEmbed answers ${embeddable}`)
      const view = { currentTime: 1 }
      const viewed = await ask({ name: '' }, `/api/v1/videos/${video.uuid}/views`, 'POST', view)
      assert.equal(viewed.body, '', 'a view tells nothing')
    })
  }

  /** A public playlist of the owner. */
  async function playlistWith(video: TestVideo): Promise<string> {
    const channel = await server.ctx.db
      .selectFrom('video')
      .select('channelId')
      .where('id', '=', video.id)
      .executeTakeFirstOrThrow()
    const created = await server.request({
      method: 'POST',
      url: '/api/v1/video-playlists',
      payload: { displayName: 'All', privacy: 1, videoChannelId: channel.channelId },
      as: owner,
    })
    const { shortUUID } = created.json().videoPlaylist as { shortUUID: string }
    const url = `/api/v1/video-playlists/${shortUUID}/videos`
    const added = await server.request({ method: 'POST', url, payload: { videoId: video.id }, as: owner })
    assert.equal(added.statusCode, 200, added.body)
    return shortUUID
  }
})

function expected(route: Route, asker: Asker, privacy: number, details: number): number {
  if (details !== 200) return route.needsSession && asker.as === undefined && route.name !== 'token' ? 401 : details
  if (!route.needsSession || asker.as !== undefined) return route.allowed
  // A password opens a protected video's files to people without a session too.
  return route.name === 'token' && privacy === 5 ? 200 : 401
}
