import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { VideoState } from '@sepiola/contract/enums.ts'
import { indexPendingVideos } from '#features/search/index/index-videos.sql.ts'
import { startTestServer, type TestServer } from '../test-server.ts'
import { VideoFinder } from './testing/find-videos-in-text.ts'
import { unlimitedRates } from './testing/unlimited-rates.ts'
import {
  channelHandleOf,
  commonTag,
  commonWord,
  handleOf,
  makeWorld,
  owners,
  type Owner,
  type World,
  type WorldVideo,
  type WorldViewer,
} from './testing/visible-world.ts'

const [PUBLIC, UNLISTED, INTERNAL] = [1, 2, 4]

type Rule = (video: WorldVideo, viewer: WorldViewer) => boolean

const isSignedIn = (viewer: WorldViewer) => viewer.as !== undefined
/** `search.remote_uri.users`, not `.anonymous`. */
const maySearchRemote = isSignedIn

const isReady: Rule = ({ state, waitTranscoding }) => state === 1 || (state === 2 && !waitTranscoding)
const isMuted: Rule = ({ owner }, { mutes }) => owner === 'bea' || mutes.includes(owner)
const isFollowed: Rule = ({ owner }) => owner !== 'far'
const isFollowedOrSearchable: Rule = (video, viewer) => isFollowed(video, viewer) || maySearchRemote(viewer)
const isOpen: Rule = ({ privacy }, viewer) => privacy === PUBLIC || (privacy === INTERNAL && isSignedIn(viewer))

const isAnnounced: Rule = ({ state, startsIn = 0 }) => state === VideoState.WAITING_FOR_LIVE && startsIn > 0
const isReadyOrAnnounced: Rule = (video, viewer) => isReady(video, viewer) || isAnnounced(video, viewer)

/** Spec 03 §1.3, 1–4. */
const isListedWhen =
  (ready: Rule): Rule =>
  (video, viewer) =>
    !video.blocked && !isMuted(video, viewer) && ready(video, viewer) && isOpen(video, viewer)
const isListed = isListedWhen(isReady)

/** Spec 03 §1.3, 5. */
function passesNsfw(video: WorldVideo, viewer: WorldViewer, asked?: 'true' | 'false' | 'both'): boolean {
  const wanted = asked ?? (viewer.policy === 'do_not_list' ? 'false' : 'both')
  const { nsfwFlags } = video
  if (wanted === 'false') return nsfwFlags === 0 || (nsfwFlags & viewer.shown) !== 0
  if (wanted === 'true') return nsfwFlags !== 0 && (nsfwFlags & viewer.hidden) === 0
  return (nsfwFlags & viewer.hidden) === 0
}

const all =
  (...rules: Rule[]): Rule =>
  (video, viewer) =>
    rules.every((rule) => rule(video, viewer))
const nsfw =
  (asked?: 'true' | 'false' | 'both'): Rule =>
  (video, viewer) =>
    passesNsfw(video, viewer, asked)

const general = all(isListed, isFollowed, nsfw())

describe('lists show what their rules say, and never what GET /videos/{id} refuses', () => {
  let server: TestServer
  let world: World
  let finder: VideoFinder
  let anonymous: WorldViewer
  const readable = new Map<WorldViewer, Set<WorldVideo>>()

  before(async () => {
    server = await startTestServer({
      settings: {
        rates_limit: unlimitedRates,
        feeds: { videos: { count: 100 }, comments: { count: 100 } },
      },
    })
    world = await makeWorld(server)
    finder = new VideoFinder(world.videos)
    anonymous = world.viewers[0]!
    while ((await indexPendingVideos(server.ctx.db, 100)) > 0);
    const somebody = world.viewers.find(({ name }) => name === 'somebody')!
    for (const viewer of world.viewers) {
      // What they wish to see or not decides about lists alone.
      const asSomebody = viewer.mutes.length > 0 || viewer.hidden > 0 || viewer.policy !== 'display'
      const seen = asSomebody ? readable.get(somebody)! : new Set<WorldVideo>()
      for (const video of asSomebody ? [] : world.videos) {
        const answer = await ask(viewer, `/api/v1/videos/${video.uuid}`)
        assert.ok([200, 401, 403].includes(answer.statusCode), answer.body)
        if (answer.statusCode === 200) seen.add(video)
      }
      readable.set(viewer, seen)
    }
    // Answers are kept as in production: nobody may get what was kept for another.
    server.ctx.testMode = false
  })
  after(() => server.close())

  const ask = (viewer: WorldViewer, url: string) =>
    server.request({
      url,
      headers: viewer.password ? { 'x-peertube-video-password': viewer.password } : {},
      ...(viewer.as === undefined ? {} : { as: viewer.as }),
    })

  async function shown(viewer: WorldViewer, urls: readonly string[]): Promise<Set<WorldVideo>> {
    let videos = new Set<WorldVideo>()
    for (const url of urls) {
      const answer = await ask(viewer, url)
      assert.equal(answer.statusCode, 200, `${url}: ${answer.body.slice(0, 300)}`)
      videos = videos.union(finder.anything(answer.body))
    }
    return videos
  }

  const describeVideo = ({ mark, owner, privacy, state, waitTranscoding, blocked, nsfwFlags }: WorldVideo) =>
    JSON.stringify({ mark, owner, privacy, state, waitTranscoding, blocked, nsfwFlags })
  const describeAll = (videos: ReadonlySet<WorldVideo>) => [...videos].map(describeVideo).toSorted()

  /** `rule`: exactly these; without: at least one, so that the test sees something. Always none that is refused. */
  async function check(viewer: WorldViewer, urls: readonly string[], rule?: Rule): Promise<void> {
    const videos = await shown(viewer, urls)
    const what = `${viewer.name}: ${urls.join(' ')}`
    assert.deepEqual(describeAll(videos.difference(readable.get(viewer)!)), [], `refused, but shown to ${what}`)
    if (!rule) return assert.ok(videos.size > 0, `nothing is shown to ${what}`)
    const expected = new Set(world.videos.filter((video) => rule(video, viewer)))
    assert.ok(expected.size > 0, `nothing is expected for ${what}`)
    assert.deepEqual(describeAll(videos), describeAll(expected), what)
  }

  test('the world has readable and refused videos for everybody but administrators', () => {
    for (const [{ name }, { size }] of readable) {
      assert.ok(size > 15, name)
      assert.equal(size === world.videos.length, name === 'administrator' || name === 'moderator', `${name} ${size}`)
    }
  })

  const filters: Record<string, Rule> = {
    'count=100': general,
    'count=100&nsfw=both': all(isListed, isFollowed, nsfw('both')),
    'count=100&nsfw=false': all(isListed, isFollowed, nsfw('false')),
    'count=100&isLive=false&skipCount=true': general,
    'count=100&hasHLSFiles=true&hasWebVideoFiles=true': general,
    'count=100&includeScheduledLive=true': all(isListedWhen(isReadyOrAnnounced), isFollowed, nsfw()),
    'count=100&categoryOneOf=1&languageOneOf=en': general,
    [`count=100&tagsOneOf=${commonTag}`]: general,
    [`count=100&tagsAllOf=${commonTag}&sort=-trending`]: general,
    [`count=100&search=${commonWord}`]: general,
    'count=100&sort=-hot': general,
    'count=100&sort=-best': general,
    'count=100&sort=name&isLocal=true': all(general, ({ owner }) => owner !== 'near'),
    'count=100&host=near.example': all(general, ({ owner }) => owner === 'near'),
    'count=100&sort=-localVideoFilesSize': general,
  }
  for (const [query, rule] of Object.entries(filters)) {
    test(`/videos?${query}`, async () => {
      for (const viewer of world.viewers) {
        const mayBeEmpty = query.includes('near.example') && viewer.mutes.length > 0
        if (mayBeEmpty) assert.equal((await shown(viewer, [`/api/v1/videos?${query}`])).size, 0)
        else await check(viewer, [`/api/v1/videos?${query}`], rule)
      }
    })
  }

  test('/videos?nsfw=true', async () => {
    for (const viewer of world.viewers) {
      const videos = await shown(viewer, ['/api/v1/videos?count=100&nsfw=true'])
      const expected = world.videos.filter((video) => all(isListed, isFollowed, nsfw('true'))(video, viewer))
      assert.deepEqual(describeAll(videos), describeAll(new Set(expected)), viewer.name)
    }
  })

  test('filters that show more are refused to who may not see all', async () => {
    for (const viewer of world.viewers) {
      const allowed = ['moderator', 'administrator'].includes(viewer.name)
      for (const path of ['/api/v1/videos', '/api/v1/search/videos', '/api/v1/accounts/ada/videos']) {
        for (const query of ['include=1', 'include=255', 'privacyOneOf=3', 'stateOneOf=7', 'autoTagOneOf=x']) {
          const answer = await ask(viewer, `${path}?${query}`)
          assert.equal(answer.statusCode, allowed ? 200 : 401, `${viewer.name} ${path}?${query}`)
        }
      }
    }
  })

  for (const owner of owners) {
    const rules: Rule = all(isListed, isFollowedOrSearchable, nsfw(), (video) => video.owner === owner)
    const lists = {
      account: `/api/v1/accounts/${handleOf(owner)}/videos?count=100`,
      channel: `/api/v1/video-channels/${channelHandleOf(owner)}/videos?count=100`,
    }
    for (const [kind, url] of Object.entries(lists)) {
      test(`videos of the ${kind} ${owner}`, async () => {
        for (const viewer of world.viewers) {
          const expected = new Set(world.videos.filter((video) => rules(video, viewer)))
          if (expected.size > 0) await check(viewer, [url], rules)
          else assert.deepEqual(describeAll(await shown(viewer, [url])), [], viewer.name)
        }
      })
    }
  }

  describe('search', () => {
    const url = `/api/v1/search/videos?count=100&search=${commonWord}`
    const searches: Record<string, Rule> = {
      [url]: general,
      [`${url}&nsfw=both&sort=-publishedAt`]: all(isListed, isFollowed, nsfw('both')),
      [`${url}&tagsAllOf=${commonTag}&durationMin=1`]: general,
      [`/api/v1/search/videos?count=100&tagsOneOf=${commonTag}`]: general,
    }
    for (const [search, rule] of Object.entries(searches)) {
      test(search, async () => {
        for (const viewer of world.viewers) await check(viewer, [search], rule)
      })
    }

    test('for the mark, the UUID and the address of each video', async () => {
      const asking = ['anonymous', 'somebody', 'editor', 'muter']
      const videos = world.videos.filter(
        ({ owner, state, nsfwFlags }) => owner !== 'eve' && state === 1 && nsfwFlags === 0,
      )
      for (const viewer of world.viewers.filter(({ name }) => asking.includes(name))) {
        const seen = readable.get(viewer)!
        for (const video of videos) {
          const { mark, uuid, shortUUID } = video
          const searches = [
            mark,
            uuid,
            `&uuids=${uuid}`,
            `&uuids=${shortUUID}`,
            video.url,
            `${server.ctx.origin.url}/w/${shortUUID}`,
          ]
          for (const search of searches) {
            const answer = await ask(
              viewer,
              `/api/v1/search/videos?count=100${search[0] === '&' ? search : `&search=${encodeURIComponent(search)}`}`,
            )
            assert.equal(answer.statusCode, 200, answer.body)
            const refused = finder.content(answer.body).difference(seen)
            assert.deepEqual(describeAll(refused), [], `${viewer.name} searching ${search}`)
          }
        }
      }
    })

    test('channels and playlists show no video that is refused', async () => {
      for (const viewer of world.viewers) {
        for (const search of ['video-channels?search=ada', 'video-playlists?search=Everything']) {
          const answer = await ask(viewer, `/api/v1/search/${search}`)
          assert.equal(answer.json().total, 1, answer.body)
          assert.deepEqual(describeAll(finder.anything(answer.body).difference(readable.get(viewer)!)), [])
        }
      }
    })
  })

  describe('of a user', () => {
    const isOwn =
      (owner: Owner): Rule =>
      (video) =>
        video.owner === owner
    const users = () => world.viewers.filter(isSignedIn)

    test('subscriptions', async () => {
      const isSubscribed: Rule = ({ owner }, { name }) => owner !== 'ada' || name !== 'ada'
      for (const viewer of users()) {
        await check(viewer, ['/api/v1/users/me/subscriptions/videos?count=100'], all(isListed, nsfw(), isSubscribed))
      }
    })

    test('history: what lists may show now, NSFW as everything else (spec 04 §9)', async () => {
      for (const viewer of users().filter(({ password }) => !password)) {
        await check(viewer, ['/api/v1/users/me/history/videos?count=100'], all(isListed, isFollowedOrSearchable))
        await check(
          viewer,
          [`/api/v1/users/me/history/videos?count=100&search=${commonWord}`],
          all(isListed, isFollowedOrSearchable),
        )
      }
    })

    test('ratings: what may be read', async () => {
      for (const viewer of users().filter(({ password }) => !password)) {
        const url = (start: number) => `/api/v1/accounts/${viewer.name}/ratings?count=100&start=${start}`
        await check(viewer, [url(0), url(100)], (video) => readable.get(viewer)!.has(video))
      }
    })

    test('my videos: all of mine, with collaborations also those of the channel', async () => {
      for (const viewer of users()) {
        const url = '/api/v1/users/me/videos?count=100'
        const mine = await shown(viewer, [url])
        const expected = world.videos.filter((video) => viewer.name === 'ada' && isOwn('ada')(video, viewer))
        assert.deepEqual(describeAll(mine), describeAll(new Set(expected)), viewer.name)
        const shared = await shown(viewer, [`${url}&includeCollaborations=true`])
        const theirs = world.videos.filter(({ owner }) => owner === 'ada' && ['ada', 'editor'].includes(viewer.name))
        assert.deepEqual(describeAll(shared), describeAll(new Set(theirs)), viewer.name)
      }
    })

    test('comments on my videos', async () => {
      for (const viewer of users()) {
        const url = '/api/v1/users/me/videos/comments?count=100&sort=-createdAt&includeCollaborations=true'
        const videos = await shown(viewer, [url])
        const theirs = world.videos.filter(({ owner }) => owner === 'ada' && ['ada', 'editor'].includes(viewer.name))
        assert.deepEqual(describeAll(videos), describeAll(new Set(theirs)), viewer.name)
      }
    })

    test('which playlists hold videos tells nothing of the videos', async () => {
      for (const viewer of users()) {
        for (let start = 0; start < world.videos.length; start += 100) {
          const ids = world.videos.slice(start, start + 100).map(({ id }) => `videoIds=${id}`)
          const answer = await ask(viewer, `/api/v1/users/me/video-playlists/videos-exist?${ids.join('&')}`)
          assert.equal(answer.statusCode, 200, answer.body)
          assert.deepEqual(describeAll(finder.anything(answer.body)), [])
        }
      }
    })
  })

  test('elements of a playlist (spec 04 §6.5)', async () => {
    for (const viewer of world.viewers) {
      const url = (start: number) => `/api/v1/video-playlists/${world.playlist}/videos?count=100&start=${start}`
      await check(viewer, [url(0), url(100)], (video) => {
        if (viewer.name === video.owner) return true
        if (video.privacy === INTERNAL && isSignedIn(viewer)) return readable.get(viewer)!.has(video)
        if (video.privacy !== PUBLIC && video.privacy !== UNLISTED) return false
        return !video.blocked && !isMuted(video, viewer) && isFollowedOrSearchable(video, viewer)
      })
    }
  })

  test('overviews', async () => {
    for (const viewer of world.viewers) {
      const urls = [1, 2, 3].map((page) => `/api/v1/overviews/videos?page=${page}`)
      await check(viewer, urls)
      const unlisted = [...(await shown(viewer, urls))].filter((video) => !general(video, viewer))
      assert.deepEqual(unlisted.map(describeVideo), [], viewer.name)
    }
  })

  describe('feeds', () => {
    const feed = all((video) => video.privacy === PUBLIC, general)
    const ofOwner = (owner: Owner): Rule => all(isListed, isFollowed, nsfw(), (video) => video.owner === owner)
    const formats = ['rss2', 'json1', 'atom1']

    for (const format of formats) {
      test(`videos.${format}, whoever asks`, async () => {
        for (const viewer of world.viewers.slice(0, 3)) {
          const videos = await shown(viewer, [`/feeds/videos.${format}`])
          assert.deepEqual(
            describeAll(videos),
            describeAll(new Set(world.videos.filter((video) => feed(video, anonymous)))),
          )
        }
        await check(anonymous, [`/feeds/videos.${format}?accountName=ada`], ofOwner('ada'))
        await check(
          anonymous,
          [`/feeds/videos.${format}?videoChannelId=${world.channelIds.ada}&nsfw=both`],
          ofOwner('ada'),
        )
        await check(anonymous, [`/feeds/videos.${format}?accountId=${world.accountIds.near}`], ofOwner('near'))
        for (const owner of ['bea', 'far'] as const) {
          const url = `/feeds/videos.${format}?accountId=${world.accountIds[owner]}`
          assert.deepEqual(describeAll(await shown(anonymous, [url])), [], owner)
        }
      })

      test(`subscriptions.${format}, without session`, async () => {
        for (const viewer of world.viewers.filter(({ as, password }) => as !== undefined && !password)) {
          const { accountId } = viewer
          const token = (await ask(viewer, '/api/v1/users/scoped-tokens')).json().feedToken as string
          const isSubscribed: Rule = ({ owner }) => owner !== 'ada' || viewer.name !== 'ada'
          const isMutedByReader: Rule = (video) => !isMuted(video, viewer)
          const rule = all(feed, isSubscribed, isMutedByReader)
          await check(anonymous, [`/feeds/subscriptions.${format}?accountId=${accountId}&token=${token}`], rule)
        }
      })

      test(`video-comments.${format}`, async () => {
        const spoken: Rule = (video) =>
          video.privacy === PUBLIC && !video.blocked && video.owner !== 'bea' && video.owner !== 'far'
        await check(anonymous, [`/feeds/video-comments.${format}`], spoken)
        await check(
          anonymous,
          [`/feeds/video-comments.${format}?accountId=${world.accountIds.ada}`],
          all(spoken, (video) => video.owner === 'ada'),
        )
        await check(
          anonymous,
          [`/feeds/video-comments.${format}?videoChannelId=${world.channelIds.near}`],
          all(spoken, (video) => video.owner === 'near'),
        )
      })
    }

    test('what feeds may not be asked', async () => {
      for (const query of ['include=1', 'privacyOneOf=3', 'stateOneOf=7', 'autoTagOneOf=x']) {
        assert.equal((await ask(anonymous, `/feeds/videos.json?${query}`)).statusCode, 401, query)
      }
      const url = `/feeds/subscriptions.json?accountId=${world.accountIds.ada}&token=${crypto.randomUUID()}`
      for (const viewer of world.viewers) assert.equal((await ask(viewer, url)).statusCode, 403, viewer.name)
    })

    const shows = (owner: Owner): Rule =>
      all(isListedWhen(isReadyOrAnnounced), isFollowed, nsfw(), (video) => video.owner === owner)
    for (const enclosure of ['video', 'audio', 'm3u8']) {
      test(`podcasts with ${enclosure}`, async () => {
        const url = `/feeds/podcast/videos.xml?enclosurePreference=${enclosure}`
        await check(anonymous, [`${url}&videoChannelId=${world.channelIds.ada}`], shows('ada'))
        await check(
          anonymous,
          [`${url}&playlistId=${world.playlist}`],
          (video) =>
            (video.privacy === PUBLIC || video.privacy === UNLISTED) &&
            !video.blocked &&
            isReadyOrAnnounced(video, anonymous) &&
            !['bea', 'near', 'far'].includes(video.owner),
        )
      })
    }
  })

  test('the sitemap', async () => {
    await check(
      anonymous,
      ['/sitemap.xml'],
      (video) =>
        video.privacy === PUBLIC &&
        video.state === 1 &&
        !video.blocked &&
        video.owner !== 'near' &&
        video.owner !== 'far',
    )
  })
})
