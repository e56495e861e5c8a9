import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'
import { webFeature } from '#features/web/feature.ts'
import { features as apiFeatures } from '../features.ts'
import { startTestServer, type TestServer } from '../test-server.ts'
import { VideoFinder } from './testing/find-videos-in-text.ts'
import { unlimitedRates } from './testing/unlimited-rates.ts'
import {
  commonWord,
  makeWorld,
  password,
  type World,
  type WorldVideo,
  type WorldViewer,
} from './testing/visible-world.ts'

const features = [...apiFeatures, webFeature]

/** Every served operation that reads; a new one is tested as soon as it is there. */
const reading = features
  .flatMap(({ operations = [] }) => operations.map(({ operation }) => operation))
  .filter(({ method }) => method === 'GET')

const isAboutVideo = ({ path }: OperationDefinition) =>
  /(?<!playlists)\/(videos|w|embed|generate|web-videos|live)\/\{(id|videoIdOrUUID|videoId)\}/.test(path)
/** Elsewhere the number opens what the UUID opens. */
const isSecretByNumber = ({ privacy, blocked }: WorldVideo) => privacy === 2 || (privacy === 3 && !blocked)
const isPage = ({ tag }: OperationDefinition) => tag === 'Client HTML'

/** Their answers about a video tell nothing of its content, so that there is nothing to look for. */
const contentless = [
  /\/embed-privacy/,
  /\/rating$/,
  /\/stats\//,
  /\/ownership$/,
  /\/passwords$/,
  /\/player-settings\//,
  /\/metadata\//,
  /\/(transcoding-progress|transcription)$/,
]

/** What else an operation must be asked so that it answers. */
const queries: Record<string, (video: WorldVideo, origin: string) => string> = {
  '/download/videos/generate/{videoIdOrUUID}': ({ fileIds }) => `videoFileIds=${fileIds.web}`,
  '/api/v1/videos/{id}/embed-privacy/allowed': () => 'domain=other.example',
  '/api/v1/search/videos': ({ mark }) => `search=${mark}`,
  '/feeds/video-comments.{format}': ({ uuid }) => `videoId=${uuid}`,
  '/services/oembed': ({ uuid }, origin) => `url=${encodeURIComponent(`${origin}/w/${uuid}`)}`,
}

describe('no operation shows anything of a video that GET /videos/{id} refuses', () => {
  let server: TestServer
  let world: World
  let finder: VideoFinder
  /** One for each privacy, block and server. */
  let chosen: WorldVideo[]
  let viewers: WorldViewer[]
  let threads: Map<WorldVideo, number>

  before(async () => {
    server = await startTestServer({ features, settings: { rates_limit: unlimitedRates } })
    world = await makeWorld(server)
    finder = new VideoFinder(world.videos)
    // Answers are kept as in production: nobody may get what was kept for another.
    server.ctx.testMode = false
    chosen = world.videos.filter(({ owner, state, nsfwFlags, privacy, blocked }) => {
      if (owner === 'near') return privacy === 1 && !blocked
      return (owner === 'ada' && state === 1 && nsfwFlags === 0) || (owner === 'far' && !blocked)
    })
    // The others differ by what lists show them.
    // Who may see more asks first: what is kept of their answers must not reach those who come after them.
    viewers = world.viewers
      .filter(({ mutes, hidden, policy }) => mutes.length + hidden === 0 && policy === 'display')
      .toReversed()
    const comments = await server.ctx.db.selectFrom('videoComment').select(['id', 'videoId']).execute()
    const threadOf = new Map(comments.map(({ id, videoId }) => [videoId, id]))
    threads = new Map(world.videos.map((video) => [video, threadOf.get(video.id)!]))
  })
  after(() => server.close())

  const ask = (viewer: WorldViewer, url: string, more: { accept?: string } = {}) =>
    server.request({
      url,
      headers: { ...more, ...(viewer.password ? { 'x-peertube-video-password': viewer.password } : {}) },
      ...(viewer.as === undefined ? {} : { as: viewer.as }),
    })

  /** What `viewer` gets of the video's own page in the API, by UUID or number. */
  const refusals = new Map<string, boolean>()
  async function isRefused(viewer: WorldViewer, ref: string | number): Promise<boolean> {
    const key = `${viewer.name} ${ref}`
    const known = refusals.get(key)
    if (known !== undefined) return known
    // The truth is no answer that was kept.
    server.ctx.testMode = true
    const refused = (await ask(viewer, `/api/v1/videos/${ref}`)).statusCode !== 200
    server.ctx.testMode = false
    refusals.set(key, refused)
    return refused
  }

  const names = (video: WorldVideo) =>
    JSON.stringify({ owner: video.owner, privacy: video.privacy, blocked: video.blocked })

  function addressOf(operation: OperationDefinition, video: WorldVideo, ref: string | number): string {
    const { owner } = video
    const values: Record<string, string | number> = {
      id: isAboutVideo(operation) ? ref : operation.path.includes('playlist') ? world.playlist : 1,
      videoIdOrUUID: ref,
      videoId: ref,
      videoFileId: video.fileIds.web,
      threadId: threads.get(video)!,
      name: owner,
      accountName: owner,
      handle: operation.path.includes('/c/') ? `${owner}_channel` : owner,
      channelHandle: `${owner}_channel`,
      playlistId: world.playlist,
      format: 'json',
      metric: 'viewers',
      state: 'completed',
      resolution: 480,
      extension: 'mp4',
      version: '2.1',
      locale: 'en',
      file: 'player',
    }
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? 'unknown'))
    const query = queries[operation.path]?.(video, server.ctx.origin.url)
    return query === undefined ? path : `${path}?${query}`
  }

  /** Refused videos of which the answer shows something. */
  async function leaks(
    viewer: WorldViewer,
    answer: LightMyRequestResponse,
    byNumber?: WorldVideo,
  ): Promise<WorldVideo[]> {
    const refused: WorldVideo[] = []
    for (const video of finder.content(answer.body)) {
      if (await isRefused(viewer, video === byNumber ? video.id : video.uuid)) refused.push(video)
    }
    return refused
  }

  for (const operation of reading) {
    const aboutVideo = isAboutVideo(operation) || operation.path in queries
    test(`${operation.method} ${operation.path}${operation.variant ?? ''}`, async () => {
      const accept = isPage(operation) ? { accept: 'text/html' } : {}
      const faults: string[] = []
      let seen = false
      for (const viewer of viewers) {
        for (const video of aboutVideo ? chosen : chosen.slice(0, 1)) {
          for (const ref of isAboutVideo(operation) && isSecretByNumber(video)
            ? [video.uuid, video.id]
            : [video.uuid]) {
            const url = addressOf(operation, video, ref)
            const answer = await ask(viewer, url, accept)
            if (answer.statusCode >= 500 && answer.statusCode !== 501)
              faults.push(`${url}: ${answer.statusCode} ${answer.body}`)
            if (answer.statusCode === 200) seen ||= finder.content(answer.body).has(video)
            for (const leaked of await leaks(viewer, answer, ref === video.id ? video : undefined)) {
              faults.push(`${viewer.name} is shown ${names(leaked)} by ${url}: ${answer.body.slice(0, 300)}`)
            }
          }
        }
      }
      assert.deepEqual(faults, [])
      const expectsContent = aboutVideo && !contentless.some((pattern) => pattern.test(operation.path))
      if (expectsContent) assert.ok(seen, 'nobody was shown anything, so that nothing is proven')
    })
  }

  describe('files of videos that are not for everybody', () => {
    /** A block moves nothing: those files are shut where they lie. */
    const folder = ({ privacy }: WorldVideo) => (privacy > 2 ? 'private/' : '')
    const hls = (video: WorldVideo) => `/static/streaming-playlists/hls/${folder(video)}${video.uuid}`
    const files: Record<string, (video: WorldVideo) => string> = {
      'web video': (video) => `/static/web-videos/${folder(video)}${video.webVideo}`,
      'web seed': (video) => `/static/webseed/${folder(video)}${video.webVideo}`,
      'HLS video': (video) => `${hls(video)}/${video.hlsVideo}`,
      'media playlist': (video) => `${hls(video)}/${video.mediaPlaylist}`,
      'master playlist': (video) => `${hls(video)}/${video.master}`,
      'web download': ({ uuid }) => `/download/web-videos/${uuid}-480.mp4`,
      'HLS download': ({ uuid }) => `/download/streaming-playlists/hls/videos/${uuid}-480-fragmented.mp4`,
      'generated download': ({ uuid, fileIds }) => `/download/videos/generate/${uuid}?videoFileIds=${fileIds.hls}`,
    }
    const guarded = () => chosen.filter(({ privacy, blocked }) => privacy > 2 || blocked)

    for (const [name, address] of Object.entries(files)) {
      test(`${name}: open to who may read the video, shut to others`, async () => {
        for (const viewer of viewers) {
          for (const video of guarded()) {
            const answer = await ask(viewer, address(video))
            const refused = await isRefused(viewer, video.uuid)
            assert.equal(answer.statusCode === 200, !refused, `${viewer.name} ${names(video)}: ${answer.statusCode}`)
            assert.equal(answer.body.includes(video.webVideo.slice(0, -8)), !refused)
          }
        }
      })

      test(`${name}: none in the public folder, none by another video's address`, async () => {
        const [own] = guarded()
        for (const video of guarded()) {
          const url = address(video)
          if (!url.startsWith('/static/')) continue
          for (const wrong of [
            url.replace('/private/', '/'),
            url.replace('/private/', '/private%2F'),
            url.replace('/private/', '/x/../private/'),
          ]) {
            const answer = await ask(world.viewers[0]!, wrong)
            assert.ok(answer.statusCode >= 400, `${wrong}: ${answer.statusCode}`)
          }
          const swapped = url.replace(video.uuid, own!.uuid)
          if (swapped === url || video === own) continue
          const owner = world.viewers.find((viewer) => viewer.name === 'ada')!
          assert.ok((await ask(owner, swapped)).statusCode >= 400, swapped)
        }
      })

      test(`${name}: a file token opens what its user may read, and no other video`, async () => {
        for (const viewer of viewers) {
          for (const video of guarded()) {
            const given = await server.request({
              method: 'POST',
              url: `/api/v1/videos/${video.uuid}/token`,
              headers: viewer.password ? { 'x-peertube-video-password': viewer.password } : {},
              ...(viewer.as === undefined ? {} : { as: viewer.as }),
            })
            const refused = await isRefused(viewer, video.uuid)
            assert.equal(given.statusCode === 200, !refused, `${viewer.name} ${names(video)}: ${given.statusCode}`)
            if (refused) continue
            const { token } = given.json().files as { token: string }
            const open = async (other: WorldVideo) => {
              const url = address(other)
              const answer = await server.request({
                url: `${url}${url.includes('?') ? '&' : '?'}videoFileToken=${token}`,
              })
              return answer.statusCode
            }
            assert.equal(await open(video), 200, `${viewer.name} ${names(video)}`)
            const other = guarded().find((one) => one !== video)!
            assert.equal(await open(other), 403, names(other))
          }
        }
      })
    }

    test('originals are for those who manage the video', async () => {
      for (const viewer of viewers) {
        for (const video of chosen) {
          const answer = await ask(viewer, `/download/original-video-files/original-${video.mark}.mov`)
          const manages = ['ada', 'editor'].includes(viewer.name)
            ? video.owner === 'ada'
            : /moderator|admin/.test(viewer.name)
          assert.equal(
            answer.statusCode,
            manages ? 200 : viewer.as === undefined ? 401 : 403,
            `${viewer.name} ${names(video)}`,
          )
        }
      }
    })
  })

  test('an embed, a watch page and oEmbed of what is refused do not even say its name', async () => {
    const anonymous = world.viewers[0]!
    for (const video of chosen) {
      const refused = await isRefused(anonymous, video.uuid)
      for (const page of ['/w/', '/videos/watch/', '/videos/embed/']) {
        for (const ref of [video.uuid, video.shortUUID]) {
          const answer = await ask(anonymous, page + ref, { accept: 'text/html' })
          assert.equal(finder.content(answer.body).has(video), !refused, `${page} ${names(video)}`)
          const told =
            /application\/ld\+json|og:title|twitter:title/.test(answer.body) && answer.body.includes(video.mark)
          assert.equal(told && refused, false)
        }
      }
      for (const format of ['json', 'xml']) {
        const url = encodeURIComponent(`${server.ctx.origin.url}/w/${video.shortUUID}`)
        const answer = await ask(anonymous, `/services/oembed?url=${url}&format=${format}`)
        assert.equal(answer.statusCode, refused ? 403 : 200, `${format} ${names(video)}`)
        if (refused) assert.equal(finder.anything(answer.body).size, 0)
      }
    }
  })

  test('pages of lists show what anonymous viewers may see, whoever asks', async () => {
    const administrator = viewers.find(({ name }) => name === 'administrator')!
    const lists = [
      '/',
      '/videos/browse',
      `/search?search=${commonWord}`,
      '/a/ada',
      '/c/ada_channel',
      `/w/p/${world.playlist}`,
    ]
    for (const page of [...lists, `/video-playlists/embed/${world.playlist}`]) {
      for (const viewer of [world.viewers[0]!, administrator]) {
        const answer = await ask(viewer, page, { accept: 'text/html' })
        assert.equal(answer.statusCode, 200, page)
        for (const video of finder.anything(answer.body)) {
          assert.equal(await isRefused(world.viewers[0]!, video.uuid), false, `${page} ${names(video)}`)
        }
      }
    }
  })

  test('a file token ends with what its user may read', async () => {
    const [editor, administrator] = ['editor', 'administrator'].map((name) =>
      world.viewers.find((viewer) => viewer.name === name)!,
    )
    const somebody = world.viewers.find(({ name }) => name === 'somebody')!
    const internal = chosen.find((video) => video.privacy === 4 && !video.blocked)!
    const hidden = chosen.find((video) => video.privacy === 3 && !video.blocked)!
    const secret = chosen.find((video) => video.privacy === 5 && !video.blocked)!
    const tokenOf = async (viewer: WorldViewer, video: WorldVideo, sent?: string) => {
      const answer = await server.request({
        method: 'POST',
        url: `/api/v1/videos/${video.uuid}/token`,
        headers: sent ? { 'x-peertube-video-password': sent } : {},
        ...(viewer.as === undefined ? {} : { as: viewer.as }),
      })
      return (answer.json().files as { token: string }).token
    }
    const open = async (video: WorldVideo, token: string, file: 'web' | 'hls') => {
      const url =
        file === 'web' ? `/download/web-videos/${video.uuid}-480.mp4` : `/download/videos/generate/${video.uuid}`
      const more = file === 'web' ? '' : `&videoFileIds=${video.fileIds.hls}`
      return (await server.request({ url: `${url}?videoFileToken=${token}${more}` })).statusCode
    }
    const both = async (video: WorldVideo, token: string) => [
      await open(video, token, 'web'),
      await open(video, token, 'hls'),
    ]

    const tokens = {
      somebody: await tokenOf(somebody, internal),
      editor: await tokenOf(editor!, hidden),
      anonymous: await tokenOf(world.viewers[0]!, secret, password),
    }
    assert.deepEqual(await both(internal, tokens.somebody), [200, 200])
    assert.deepEqual(await both(hidden, tokens.editor), [200, 200])
    assert.deepEqual(await both(secret, tokens.anonymous), [200, 200])

    const { db } = server.ctx
    const late = await tokenOf(somebody, internal)
    await sql`UPDATE sepiola."videoFileToken" SET "expiresAt" = ${server.ctx.clock.now()} WHERE "token" = ${late}`.execute(
      db,
    )
    assert.deepEqual(await both(internal, late), [403, 403], 'over')
    const invited = world.viewers.find(({ name }) => name === 'invited')!
    const ofBanned = await tokenOf(invited, internal)
    assert.deepEqual(await both(internal, ofBanned), [200, 200])
    await db.updateTable('user').set({ blocked: true }).where('username', '=', 'invited').execute()
    assert.deepEqual(await both(internal, ofBanned), [403, 403], 'banned')

    await db.deleteFrom('videoChannelCollaborator').where('accountId', '=', editor!.accountId!).execute()
    assert.deepEqual(await both(hidden, tokens.editor), [403, 403], 'no collaborator any more')
    for (const { uuid } of [internal, secret]) {
      const blocked = await server.request({
        method: 'POST',
        url: `/api/v1/videos/${uuid}/blacklist`,
        payload: {},
        as: administrator!.as!,
      })
      assert.equal(blocked.statusCode, 204, blocked.body)
    }
    assert.deepEqual(await both(internal, tokens.somebody), [403, 403], 'blocked')
    assert.deepEqual(await both(secret, tokens.anonymous), [403, 403], 'blocked')
    await db.deleteFrom('videoBlacklist').where('videoId', 'in', [internal.id, secret.id]).execute()
    await db.updateTable('video').set({ privacy: 3 }).where('id', 'in', [internal.id, secret.id]).execute()
    assert.deepEqual(await both(internal, tokens.somebody), [403, 403], 'private now')
    assert.deepEqual(await both(secret, tokens.anonymous), [403, 403], 'private now')
  })
})
