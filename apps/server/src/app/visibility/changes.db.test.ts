import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import { indexPendingVideos } from '#features/search/index/index-videos.sql.ts'
import { userPassword } from '#features/videos/testing/add-user.ts'
import { webFeature } from '#features/web/feature.ts'
import { features } from '../features.ts'
import { startTestServer, type TestServer } from '../test-server.ts'
import { VideoFinder } from './testing/find-videos-in-text.ts'
import { unlimitedRates } from './testing/unlimited-rates.ts'
import {
  commonTag,
  commonWord,
  makeWorld,
  password,
  type World,
  type WorldVideo,
  type WorldViewer,
} from './testing/visible-world.ts'

/** ms until what a node keeps has heard of a change that another one may have made. */
const hearsWithin = 2000

describe('what is withdrawn is shown no more, whatever answers are kept', () => {
  let server: TestServer
  let world: World
  let finder: VideoFinder
  let viewers: WorldViewer[]
  let eve: string
  let administrator: string
  let feedToken: string

  before(async () => {
    server = await startTestServer({
      features: [...features, webFeature],
      settings: { rates_limit: unlimitedRates, feeds: { videos: { count: 100 }, comments: { count: 100 } } },
    })
    world = await makeWorld(server)
    finder = new VideoFinder(world.videos)
    viewers = world.viewers.filter(({ name }) => name === 'anonymous' || name === 'somebody')
    while ((await indexPendingVideos(server.ctx.db, 100)) > 0);
    eve = await server.login('eve', userPassword)
    administrator = world.viewers.find(({ name }) => name === 'administrator')!.as!
    feedToken = (await ask(viewers[1]!, '/api/v1/users/scoped-tokens')).json().feedToken
    // Answers are kept as in production.
    server.ctx.testMode = false
  })
  after(() => server.close())

  const ask = ({ as }: WorldViewer, url: string) =>
    server.request({
      url,
      headers: url.startsWith('/api/') ? {} : { accept: 'text/html, */*' },
      ...(as === undefined ? {} : { as }),
    })

  /** Whatever is shown to everybody, and to those who are signed in. */
  function surfacesOf({ uuid, shortUUID, mark }: WorldVideo): { everybody: string[]; users: string[] } {
    const somebody = viewers[1]!
    const address = encodeURIComponent(`${server.ctx.origin.url}/w/${shortUUID}`)
    const sorts = ['-publishedAt', '-trending', '-hot', '-best', 'name'].map(
      (sort) => `/api/v1/videos?count=100&sort=${sort}`,
    )
    const feeds = ['rss2', 'atom1', 'json1'].flatMap((format) => [
      `/feeds/videos.${format}`,
      `/feeds/videos.${format}?accountId=${world.accountIds.eve}`,
      `/feeds/video-comments.${format}`,
      `/feeds/video-comments.${format}?videoId=${uuid}`,
      `/feeds/subscriptions.${format}?accountId=${somebody.accountId}&token=${feedToken}`,
    ])
    const parts = ['', '/description', '/captions', '/chapters', '/storyboards', '/comment-threads']
    return {
      everybody: [
        ...sorts,
        ...feeds,
        ...parts.map((part) => `/api/v1/videos/${uuid}${part}`),
        `/api/v1/videos?count=100&tagsOneOf=${commonTag}`,
        `/api/v1/videos?count=100&languageOneOf=en`,
        '/api/v1/accounts/eve/videos?count=100',
        '/api/v1/video-channels/eve_channel/videos?count=100',
        `/api/v1/search/videos?count=100&search=${commonWord}`,
        `/api/v1/search/videos?count=100&search=${mark}`,
        `/api/v1/search/videos?search=${address}`,
        `/api/v1/video-playlists/${world.playlist}/videos?count=100`,
        ...[1, 2].map((page) => `/api/v1/overviews/videos?page=${page}`),
        `/feeds/podcast/videos.xml?videoChannelId=${world.channelIds.eve}`,
        `/feeds/podcast/videos.xml?playlistId=${world.playlist}`,
        '/sitemap.xml',
        ...['json', 'xml'].map((format) => `/services/oembed?format=${format}&url=${address}`),
        ...['/w/', '/videos/watch/', '/videos/embed/'].map((page) => page + shortUUID),
        ...[
          '/',
          '/videos/browse',
          '/a/eve',
          '/c/eve_channel',
          `/search?search=${commonWord}`,
          `/w/p/${world.playlist}`,
        ],
      ],
      users: [
        '/api/v1/users/me/subscriptions/videos?count=100',
        '/api/v1/users/me/history/videos?count=100',
        ...[0, 100].map((start) => `/api/v1/accounts/somebody/ratings?count=100&start=${start}`),
      ],
    }
  }

  /** Addresses where a viewer is shown something of the video. */
  async function showing(viewer: WorldViewer, video: WorldVideo, urls: readonly string[]): Promise<string[]> {
    const found: string[] = []
    for (const url of urls) {
      const answer = await ask(viewer, url)
      assert.ok(answer.statusCode < 500, `${url}: ${answer.statusCode} ${answer.body}`)
      if (finder.content(answer.body).has(video)) found.push(url)
    }
    return found
  }

  const put = async (video: WorldVideo, payload: object) => {
    const answer = await server.request({ method: 'PUT', url: `/api/v1/videos/${video.uuid}`, payload, as: eve })
    assert.equal(answer.statusCode, 204, answer.body)
  }
  const withdrawals: Record<string, { withdraw: (video: WorldVideo) => Promise<void>; from: string[] }> = {
    'made private': {
      withdraw: (video) => put(video, { privacy: VideoPrivacy.PRIVATE }),
      from: ['anonymous', 'somebody'],
    },
    'made internal': { withdraw: (video) => put(video, { privacy: VideoPrivacy.INTERNAL }), from: ['anonymous'] },
    'protected by a password': {
      withdraw: (video) => put(video, { privacy: VideoPrivacy.PASSWORD_PROTECTED, videoPasswords: [password] }),
      from: ['anonymous', 'somebody'],
    },
    blocked: {
      async withdraw(video) {
        const url = `/api/v1/videos/${video.uuid}/blacklist`
        const answer = await server.request({ method: 'POST', url, payload: {}, as: administrator })
        assert.equal(answer.statusCode, 204, answer.body)
      },
      from: ['anonymous', 'somebody'],
    },
    deleted: {
      async withdraw(video) {
        const answer = await server.request({ method: 'DELETE', url: `/api/v1/videos/${video.uuid}`, as: eve })
        assert.equal(answer.statusCode, 204, answer.body)
      },
      from: ['anonymous', 'somebody'],
    },
  }

  for (const [index, [name, { withdraw, from }]] of Object.entries(withdrawals).entries()) {
    test(name, async () => {
      const video = world.videos.filter(({ owner }) => owner === 'eve')[index]!
      const { everybody, users } = surfacesOf(video)
      const urlsOf = (viewer: WorldViewer) => (viewer.as === undefined ? everybody : [...everybody, ...users])
      for (const viewer of viewers) {
        const shown = new Set(await showing(viewer, video, urlsOf(viewer)))
        const missing = urlsOf(viewer).filter((url) => !shown.has(url) && !mayShowNothing.test(url))
        assert.deepEqual(missing, [], `${viewer.name} is not shown it here, so that nothing is proven`)
      }
      await withdraw(video)
      const asking = viewers.filter((viewer) => from.includes(viewer.name))
      const until = performance.now() + hearsWithin
      for (const viewer of asking) {
        let shown = await showing(viewer, video, urlsOf(viewer))
        while (shown.length > 0 && performance.now() < until) {
          await sleep(20)
          shown = await showing(viewer, video, shown)
        }
        assert.deepEqual(shown, [], viewer.name)
      }
    })
  }
})

/** Samples, and pages that show only the newest. */
const mayShowNothing = /\/overviews\/|^\/$|^\/w\/p\/|ratings\?/
