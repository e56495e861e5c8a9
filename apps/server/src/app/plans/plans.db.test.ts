import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { listVideos, type VideoListQuery } from '#features/videos/public.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { startTestServer, type TestServer } from '../test-server.ts'
import { explain, findSequentialScans, RecordedStatements, type Statement } from './testing/recorded-statements.ts'
import { largeTables, rareWord, seedLargeServer, type Reader } from './testing/seed-large-server.sql.ts'

interface Asked {
  /** Default GET. */
  method?: 'POST' | 'PUT' | 'DELETE'
  payload?: object
  /** Default: nobody. */
  as?: 'reader' | 'root'
  url: string | (() => string)
  /** Of the answer; default 200. */
  status?: number
}

/**
 * The one test of how lists read a server with 100,000 videos: whatever an answer is made of, no statement may read a
 * large table from end to end. Slices add their lists here; the seed is made once.
 */
describe('no list reads a large table from end to end', () => {
  let server: TestServer
  let recorded: RecordedStatements
  let reader: Reader
  const tokens: Record<string, string> = {}

  before(async () => {
    server = await startTestServer({ settings: { feeds: { videos: { count: 20 } } } })
    reader = await addUser(server.ctx, 'reader')
    await seedLargeServer(server.ctx.db, reader)
    tokens['reader'] = await server.login('reader', userPassword)
    tokens['root'] = await server.login()
    recorded = new RecordedStatements()
  })
  after(async () => {
    recorded.close()
    await server.close()
  })

  const channel = (query = '') => `/api/v1/video-channels/channel_5/videos${query}`
  const narrowed = (query: string) => `/api/v1/videos?skipCount=true&${query}`
  const me = '/api/v1/users/me'
  const video = '/api/v1/videos/1'
  const channels = '/api/v1/video-channels'
  const playlists = '/api/v1/video-playlists'
  const lists: Record<string, Record<string, Asked>> = {
    videos: {
      newest: { url: '/api/v1/videos?skipCount=true' },
      'newest, signed in': { as: 'reader', url: '/api/v1/videos?skipCount=true' },
      'page 600': { url: '/api/v1/videos?skipCount=true&start=8985' },
      'by views': { url: '/api/v1/videos?skipCount=true&sort=-views' },
      'by likes': { url: '/api/v1/videos?skipCount=true&sort=-likes' },
      trending: { url: '/api/v1/videos?skipCount=true&sort=-trending' },
      hot: { url: '/api/v1/videos?skipCount=true&sort=-hot' },
      best: { as: 'reader', url: '/api/v1/videos?skipCount=true&sort=-best' },
      'by name': { url: '/api/v1/videos?skipCount=true&sort=name' },
      'first published': { url: '/api/v1/videos?skipCount=true&sort=-originallyPublishedAt' },
      local: { url: '/api/v1/videos?skipCount=true&isLocal=true' },
      'of a category': { url: '/api/v1/videos?skipCount=true&categoryOneOf=4' },
      'in a language': { url: '/api/v1/videos?skipCount=true&languageOneOf=fr' },
      'of a tag': { url: '/api/v1/videos?skipCount=true&tagsOneOf=tag%20700' },
      'of a common tag': { url: '/api/v1/videos?skipCount=true&tagsOneOf=tag%203' },
      'without sensitive ones': { url: '/api/v1/videos?skipCount=true&nsfw=false' },
      'of a channel': { url: channel() },
      'of a channel, by views': { url: channel('?sort=-views') },
      'of an account': { url: '/api/v1/accounts/person_5/videos' },
      mine: { as: 'reader', url: `${me}/videos` },
      'one with its parts': { url: video },
      blocked: { as: 'root', url: '/api/v1/videos/blacklist' },
      overview: { url: '/api/v1/overviews/videos?page=1' },
    },
    'videos, narrowed': {
      'with HLS files': { url: narrowed('hasHLSFiles=true') },
      'without HLS files': { url: narrowed('hasHLSFiles=false') },
      'with web videos': { url: narrowed('hasWebVideoFiles=true') },
      'without web videos': { url: narrowed('hasWebVideoFiles=false') },
      'of a server': { url: narrowed('host=peer-3.example') },
      'of other servers': { url: narrowed('isLocal=false') },
      lives: { url: narrowed('isLive=true&includeScheduledLive=true') },
      'of a licence': { url: narrowed('licenceOneOf=2') },
      'in two languages': { url: narrowed('languageOneOf=fr&languageOneOf=de') },
      'in no known language': { url: narrowed('languageOneOf=_unknown') },
      'in a language, by views': { url: narrowed('languageOneOf=fr&sort=-views') },
      'of two tags': { url: narrowed('tagsAllOf=tag%203&tagsAllOf=tag%20700') },
      'of a tag, by views': { url: narrowed('tagsOneOf=tag%20700&sort=-views') },
      searched: { url: narrowed(`search=${rareWord}`) },
      'searched, best match first': { url: narrowed(`search=${rareWord}&sort=-match`) },
      'that I did not watch': { as: 'reader', url: narrowed('excludeAlreadyWatched=true') },
      'for moderators, private': { as: 'root', url: narrowed('privacyOneOf=3') },
      'for moderators, in a state': { as: 'root', url: narrowed('stateOneOf=2') },
      'for moderators, automatically tagged': { as: 'root', url: narrowed('autoTagOneOf=seed%20tag%201') },
      'for moderators, with everything': { as: 'root', url: narrowed('include=255') },
      'mine, searched': { as: 'reader', url: `${me}/videos?search=${rareWord}&sort=name` },
      'mine, with those I help with': { as: 'reader', url: `${me}/videos?includeCollaborations=true` },
      'mine, of a channel': { as: 'reader', url: `${me}/videos?channelNameOneOf=reader_channel` },
    },
    'channels and accounts': {
      channels: { url: channels },
      'channels, signed in': { as: 'reader', url: channels },
      'channels, oldest first': { url: `${channels}?sort=createdAt` },
      'channels, by number': { url: `${channels}?sort=-id` },
      'channels, by name': { url: `${channels}?sort=name` },
      'channels, by name backwards': { url: `${channels}?sort=-name` },
      'channels, last changed first': { url: `${channels}?sort=-updatedAt` },
      'a channel': { url: `${channels}/channel_5` },
      'followers of a channel': { as: 'reader', url: `${channels}/reader_channel/followers` },
      'followers of a channel, searched': { as: 'root', url: `${channels}/channel_20/followers?search=person` },
      'activities of a channel': { as: 'reader', url: `${channels}/reader_channel/activities` },
      'who helps with a channel': { as: 'reader', url: `${channels}/reader_channel/collaborators` },
      'offers of a channel': { as: 'reader', url: `${channels}/reader_channel/ownership` },
      'offers of channels': { as: 'reader', url: `${channels}/ownership` },
      accounts: { url: '/api/v1/accounts' },
      'accounts, oldest first': { url: '/api/v1/accounts?sort=createdAt' },
      'an account': { url: '/api/v1/accounts/person_5' },
      'channels of an account': { url: '/api/v1/accounts/person_5/video-channels?search=a' },
      'channels of an account, with figures': { url: '/api/v1/accounts/person_5/video-channels?withStats=true' },
      'channels of an account, with those it helps with': {
        url: '/api/v1/accounts/reader/video-channels?includeCollaborations=true',
      },
      'followers of an account': { as: 'reader', url: '/api/v1/accounts/reader/followers?search=peer' },
    },
    'of a user': {
      'videos of subscriptions': { as: 'reader', url: `${me}/subscriptions/videos?skipCount=true` },
      'videos of subscriptions, page 30': { as: 'reader', url: `${me}/subscriptions/videos?skipCount=true&start=450` },
      'videos of subscriptions, page 600': {
        as: 'reader',
        url: `${me}/subscriptions/videos?skipCount=true&start=8985`,
      },
      subscriptions: { as: 'reader', url: `${me}/subscriptions` },
      'subscriptions, searched': { as: 'reader', url: `${me}/subscriptions?search=a` },
      'subscriptions, last changed first': { as: 'reader', url: `${me}/subscriptions?sort=-channelUpdatedAt` },
      'a subscription': { as: 'reader', url: `${me}/subscriptions/channel_1049@peer-49.example` },
      'is subscribed': { as: 'reader', url: `${me}/subscriptions/exist?uris=a@b.example` },
      history: { as: 'reader', url: `${me}/history/videos` },
      'history, searched': { as: 'reader', url: `${me}/history/videos?search=${rareWord}` },
      ratings: { as: 'reader', url: '/api/v1/accounts/reader/ratings' },
      'ratings, of a kind': { as: 'reader', url: '/api/v1/accounts/reader/ratings?rating=dislike&sort=createdAt' },
    },
    playlists: {
      public: { url: playlists },
      'public, signed in': { as: 'reader', url: playlists },
      'public, page 100': { url: `${playlists}?start=1485` },
      'public, of a type': { url: `${playlists}?playlistType=1` },
      'public, oldest first': { url: `${playlists}?sort=createdAt` },
      'public, by name': { url: `${playlists}?sort=name` },
      'public, by name backwards': { url: `${playlists}?sort=-displayName` },
      'public, last changed first': { url: `${playlists}?sort=-updatedAt` },
      'public, first changed first': { url: `${playlists}?sort=updatedAt` },
      'public, by place': { url: `${playlists}?sort=videoChannelPosition` },
      'public, by place backwards': { url: `${playlists}?sort=-videoChannelPosition` },
      'of an account': { as: 'reader', url: '/api/v1/accounts/reader/video-playlists' },
      'of an account, by strangers': { url: '/api/v1/accounts/person_5/video-playlists' },
      'of an account, searched': { url: '/api/v1/accounts/person_5/video-playlists?search=list' },
      'of an account, a rare word': { as: 'reader', url: `/api/v1/accounts/reader/video-playlists?search=${rareWord}` },
      'of an account, with those it helps with': {
        as: 'reader',
        url: '/api/v1/accounts/reader/video-playlists?includeCollaborations=true',
      },
      'of an account, in some channels': {
        as: 'reader',
        url: '/api/v1/accounts/reader/video-playlists?channelNameOneOf=reader_channel&channelNameOneOf=channel_5',
      },
      'of a channel': { url: '/api/v1/video-channels/channel_5/video-playlists?sort=videoChannelPosition' },
      'of a channel, to its owner': {
        as: 'reader',
        url: '/api/v1/video-channels/reader_channel/video-playlists?sort=videoChannelPosition',
      },
      'of a channel, searched': { url: '/api/v1/video-channels/channel_5/video-playlists?search=list' },
      one: { url: () => `/api/v1/video-playlists/${playlist()}` },
      elements: { url: () => `/api/v1/video-playlists/${playlist()}/videos` },
      'elements, signed in': {
        as: 'reader',
        url: () => `/api/v1/video-playlists/${playlist()}/videos?start=2&count=2`,
      },
      'that hold videos': { as: 'reader', url: `${me}/video-playlists/videos-exist?videoIds=1&videoIds=2` },
    },
    searches: {
      'videos, a common word': { url: '/api/v1/search/videos?search=river' },
      'videos, a rare word': { url: `/api/v1/search/videos?search=${rareWord}` },
      'videos, two common words': { url: '/api/v1/search/videos?search=river%20city' },
      'videos, two common words, in another order': {
        url: '/api/v1/search/videos?search=river%20city&sort=-publishedAt',
      },
      'videos, several words': { url: `/api/v1/search/videos?search=river%20${rareWord}` },
      'videos, mistyped': { url: '/api/v1/search/videos?search=montain' },
      'videos, in another order': { url: '/api/v1/search/videos?search=river&sort=-publishedAt' },
      'videos, signed in': { as: 'reader', url: '/api/v1/search/videos?search=river%20city' },
      'videos, of a category': { url: '/api/v1/search/videos?search=river&categoryOneOf=3' },
      'videos by UUID': { url: '/api/v1/search/videos?uuids=00000000-0000-4000-8000-000000000001' },
      'a video by its address': { url: '/api/v1/search/videos?search=https://x.example/v/77' },
      channels: { url: `/api/v1/search/video-channels?search=${rareWord}` },
      'channels by handle': { url: '/api/v1/search/video-channels?handles=channel_5' },
      'a channel by its address': { url: '/api/v1/search/video-channels?search=https://x.example/channel_7' },
      playlists: { url: `/api/v1/search/video-playlists?search=${rareWord}` },
      'a playlist by its address': { url: '/api/v1/search/video-playlists?search=https://p.example/7' },
    },
    feeds: {
      videos: { url: '/feeds/videos.xml' },
      'of a channel': { url: () => `/feeds/videos.xml?videoChannelId=${1001 + 5}` },
      'of an account': { url: () => `/feeds/videos.xml?accountId=${1001 + 5}` },
      podcast: { url: () => `/feeds/podcast/videos.xml?videoChannelId=${1001 + 5}` },
      comments: { url: '/feeds/video-comments.xml' },
      'comments of a video': { url: '/feeds/video-comments.xml?videoId=1' },
      subscriptions: { url: () => `/feeds/subscriptions.xml?accountId=${reader.accountId}&token=${feedToken}` },
    },
    comments: {
      'threads of a video with thousands': { url: `${video}/comment-threads` },
      'threads, oldest first': { as: 'reader', url: `${video}/comment-threads?sort=createdAt` },
      'threads, most answers first': { as: 'reader', url: `${video}/comment-threads?sort=-totalReplies` },
      'a thread with thousands of answers': { as: 'reader', url: `${video}/comment-threads/1` },
      'for moderators, page 600': { as: 'root', url: '/api/v1/videos/comments?start=8985' },
      'for moderators, with muted ones': { as: 'root', url: '/api/v1/videos/comments?start=8985&includeMuted=true' },
      'for moderators, by tag': { as: 'root', url: '/api/v1/videos/comments?autoTagOneOf=seed%20tag%201' },
      'for moderators, searched': { as: 'root', url: '/api/v1/videos/comments?search=number%20199' },
      'for moderators, of an author': { as: 'root', url: '/api/v1/videos/comments?searchAccount=person%2077' },
      'for moderators, by authors of this server': { as: 'root', url: '/api/v1/videos/comments?isLocal=true' },
      'for moderators, by others': { as: 'root', url: '/api/v1/videos/comments?isLocal=false' },
      'for moderators, on videos of this server': { as: 'root', url: '/api/v1/videos/comments?onLocalVideo=true' },
      'for moderators, of a video': { as: 'root', url: '/api/v1/videos/comments?videoId=1' },
      'for moderators, of a channel': { as: 'root', url: () => `/api/v1/videos/comments?videoChannelId=${1001 + 5}` },
      'for moderators, on videos named so': { as: 'root', url: `/api/v1/videos/comments?searchVideo=${rareWord}` },
      'on videos that I help with': { as: 'reader', url: `${me}/videos/comments?includeCollaborations=true` },
      'on my videos': { as: 'reader', url: `${me}/videos/comments?sort=-createdAt` },
      'on my videos, held': { as: 'reader', url: `${me}/videos/comments?sort=-createdAt&isHeldForReview=true` },
    },
  }
  const change = (method: Asked['method'], url: Asked['url'], payload?: object, status = 204): Asked => ({
    ...{ as: 'reader', url, status },
    ...(method && { method }),
    ...(payload && { payload }),
  })
  lists['changes of a user'] = {
    'follow a channel': change('POST', `${me}/subscriptions`, { uri: 'channel_5@localhost:9000' }),
    'follow a channel of another server': change('POST', `${me}/subscriptions`, { uri: 'channel_7@peer-7.example' }),
    'follow it no more': change('DELETE', `${me}/subscriptions/channel_7@peer-7.example`),
    vote: change('PUT', `${video}/rate`, { rating: 'like' }),
    'forget a video': change('DELETE', `${me}/history/videos/51`),
    'forget the history': change('POST', `${me}/history/videos/remove`, { beforeDate: '2020-01-01' }),
    comment: change('POST', `${video}/comment-threads`, { text: 'Hello' }, 200),
    answer: change('POST', `${video}/comments/1`, { text: 'Hello' }, 200),
    'create a channel': change('POST', channels, { name: 'another', displayName: 'Another' }, 200),
    'change a channel': change('PUT', `${channels}/reader_channel`, { displayName: 'Renamed', support: 'By post' }),
    'delete a channel': change('DELETE', `${channels}/another`),
    'invite a helper': change(
      'POST',
      `${channels}/reader_channel/collaborators/invite`,
      { accountHandle: 'root' },
      200,
    ),
    'offer a channel': change('POST', `${channels}/reader_channel/give-ownership`, { username: 'root' }),
    'create a playlist': change('POST', playlists, { displayName: 'Mine' }, 200),
    'change a playlist': change('PUT', () => `${playlists}/${playlist()}`, { displayName: 'Mine' }),
    'add to a playlist': change('POST', () => `${playlists}/${playlist()}/videos`, { videoId: 7 }, 200),
    'move in a playlist': change('POST', () => `${playlists}/${playlist()}/videos/reorder`, {
      ...{ startPosition: 1, insertAfterPosition: 3 },
    }),
    'move playlists': change('POST', `${channels}/reader_channel/video-playlists/reorder`, {
      ...{ startPosition: 1, insertAfterPosition: 3 },
    }),
    'delete a playlist': change('DELETE', () => `${playlists}/${playlist()}`),
  }
  let feedToken = ''
  let playlistUuid = ''
  const playlist = () => playlistUuid

  before(async () => {
    const { db } = server.ctx
    const owner = await db
      .selectFrom('user')
      .select('feedToken')
      .where('id', '=', reader.userId)
      .executeTakeFirstOrThrow()
    feedToken = owner.feedToken!
    const list = await db.selectFrom('videoPlaylist').select('uuid').where('id', '=', 1001).executeTakeFirstOrThrow()
    playlistUuid = list.uuid
  })

  for (const [group, requests] of Object.entries(lists)) {
    describe(group, () => {
      for (const [name, { as, url, method, payload, status = 200 }] of Object.entries(requests)) {
        test(name, async () => {
          recorded.take()
          const asked = typeof url === 'string' ? url : url()
          const sent = { ...(method && { method }), ...(payload && { payload }) }
          const answer = await server.request({ url: asked, ...sent, ...(as ? { as: tokens[as]! } : {}) })
          assert.equal(answer.statusCode, status, answer.body)
          await refuseScans(recorded.take())
        })
      }
    })
  }

  /** Nobody waits for the count of a long list: it is made beside the answers, for a small part of a processor. */
  const isCountBeside = ({ text }: Statement) => /^\s*SELECT \(SELECT count\(\*\) FROM "video" v/.test(text)

  const totals: Record<string, Partial<VideoListQuery>> = {
    all: {},
    'of a category': { categoryOneOf: [4] },
    'of a licence': { licenceOneOf: [2] },
    'in a language': { languageOneOf: ['fr'] },
    'of a tag': { tagsOneOf: ['tag 7'] },
    'without sensitive ones': { nsfw: 'false' },
    'of this server': { isLocal: true },
    'of a server': { host: 'peer-3.example' },
    'with HLS files': { hasHLSFiles: true },
    'without web videos': { hasWebVideoFiles: false },
    searched: { search: 'river' },
    'by views': { sort: '-views' },
  }
  describe('the total of a list of videos, as a server that is in use tells it first', () => {
    for (const [name, query] of Object.entries(totals)) {
      test(name, async () => {
        recorded.take()
        // Test mode counts at once.
        const ctx = { ...server.ctx, testMode: false }
        const page = { start: 0, count: 15, sort: '-publishedAt', ...query }
        const { total } = await listVideos(ctx, undefined, page, { followedOnly: true })
        assert.ok(total! > 0)
        const awaited = recorded.take().filter((statement) => !isCountBeside(statement))
        await refuseScans(awaited)
      })
    }
  })

  async function refuseScans(statements: readonly Statement[]): Promise<void> {
    assert.ok(statements.length > 0)
    for (const statement of statements) {
      const scanned = (await findSequentialScans(server.ctx.db, statement)).filter((table) => largeTables.has(table))
      if (scanned.length > 0) assert.fail(`${scanned.join(', ')}\n${await explain(server.ctx.db, statement)}`)
    }
  }
})
