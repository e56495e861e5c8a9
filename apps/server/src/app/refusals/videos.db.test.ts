import { after, before, describe } from 'node:test'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { startTestServer, type TestServer } from '../test-server.ts'
import { unlimitedRates } from '../visibility/testing/unlimited-rates.ts'
import {
  long,
  mine,
  notBoolean,
  open,
  own,
  page,
  sorted,
  testOperations,
  type Asked,
} from './testing/test-operations.ts'

const dates = { startDate: ['yesterday', '2026-13-01', ''], endDate: ['tomorrow', '2026-02-30T25:00'] }
const host = ['a b', '-a.example', 'a..example', '']
const uuid = '00000000-0000-4000-8000-00000000000a'
const tooMany = Array.from({ length: 101 }, () => uuid)

/** Of all lists of videos (spec 03 §1.2). */
const filters = {
  categoryOneOf: ['x', '1.5', '2147483648', ['1', 'x']],
  licenceOneOf: ['x', '1.5', '2147483648', ''],
  isLive: notBoolean,
  includeScheduledLive: notBoolean,
  isLocal: notBoolean,
  host,
  hasHLSFiles: notBoolean,
  hasWebVideoFiles: notBoolean,
  skipCount: notBoolean,
  nsfw: ['maybe', '1', ''],
  nsfwFlagsIncluded: ['-1', 'x', '1.5'],
  nsfwFlagsExcluded: ['-1', 'x', '1.5'],
  include: ['-1', 'x', '1.5'],
  privacyOneOf: ['x', '1.5', '2147483648'],
  stateOneOf: ['x', '1.5', '2147483648'],
  excludeAlreadyWatched: notBoolean,
}
const videos = { ...sorted, ...filters }
const feed = { sort: ['x', ''], ...filters, format: ['html', ''], accountId: ['x', '1.5'] }

/** Spec 03 §3.1. */
const attributes = {
  category: [0, -1, 'x', 1.5, 999],
  licence: [0, 'x', 999],
  language: ['', long(11), 5],
  description: ['xx', long(10_001), 5],
  support: ['xx', long(1001), {}],
  tags: [['x'], [long(31)], ['aa', 'bb', 'cc', 'dd', 'ee', 'ff'], [5]],
  originallyPublishedAt: ['yesterday', '', 5],
  privacy: [0, 6, 'x', null],
  videoPasswords: [['x'], [long(101)], ['same', 'same'], [5]],
  waitTranscoding: ['maybe', 2, null],
  downloadEnabled: ['maybe', 2, null],
  commentsPolicy: [0, 4, 'x'],
  commentsEnabled: ['maybe', 2],
  scheduleUpdate: ['soon', 5],
  'scheduleUpdate.updateAt': [{}, { privacy: 1 }, { updateAt: 'soon' }, { updateAt: 5 }],
  'scheduleUpdate.privacy': [3, 5, 0, 'x'].map((privacy) => ({ updateAt: '2030-01-01', privacy })),
  nsfw: ['maybe', 2, null],
  nsfwFlags: [-1, 'x', 1.5],
  nsfwSummary: ['xx', long(251), 5],
  name: ['xx', '   x   ', long(121), 5, null],
  channelId: [0, -1, 'x', {}],
}
/** Forms have texts alone. */
const textsOf = (values: Record<string, readonly unknown[]>) =>
  Object.fromEntries(
    Object.entries(values).map(([field, those]) => [field, those.filter((value) => typeof value === 'string')]),
  )
const { scheduleUpdate: _, 'scheduleUpdate.updateAt': __, 'scheduleUpdate.privacy': ___, ...flat } = attributes

const viewAttributes = {
  currentTime: [undefined, 'x', 1.5, 2 ** 31, null, []],
  viewEvent: ['pause', 5],
  sessionId: ['a b', 'é', '', 5],
  client: ['', long(501), 5],
  operatingSystem: ['', long(501), 5],
  device: [5, {}],
}
const notes = { reason: ['x', long(301), 5], internalNote: ['x', long(301), 5] }
const chapter = { timecode: 0, title: 'Start' }
const sources = { filename: [undefined, '', long(1001), 5], originalName: [5, {}], lastModified: [{}, true, long(101)] }

describe('videos and what goes with them', () => {
  let server: TestServer
  const tokens: Record<string, string> = {}
  const known: Record<string, string | number> = {}

  before(async () => {
    server = await startTestServer({
      settings: { rates_limit: unlimitedRates, video_file: { update: { enabled: true } } },
    })
    const { channelId, accountId } = await addUser(server.ctx, 'owner')
    await addUser(server.ctx, 'stranger')
    await addUser(server.ctx, 'moderator', { role: 1 })
    for (const name of ['owner', 'stranger', 'moderator']) tokens[name] = await server.login(name, userPassword)
    const make = async (name: string, change: Partial<Parameters<typeof makeTestVideo>[1]> = {}) => {
      const made = await makeTestVideo(server.ctx, { owner: 'owner', ...change })
      known[name] = made.uuid
      return made.id
    }
    const videoId = await make('video')
    await make('other')
    await make('protected', { privacy: 5, videoPasswords: ['sesame'] })
    const now = new Date()
    const source = { videoId, inputFilename: 'a.mov', createdAt: now, updatedAt: now }
    await server.ctx.db.insertInto('videoSource').values(source).execute()
    const asked = { url: '/api/v1/users/scoped-tokens', as: tokens['owner']! }
    known['token'] = (await server.request(asked)).json().feedToken
    Object.assign(known, {
      channelId,
      accountId,
      address: encodeURIComponent(`${server.ctx.origin.url}/w/${known['video']}`),
    })
  })
  after(() => server.close())

  const video = '/videos/{video}'
  const resumable = { 'x-upload-content-length': '100', 'x-upload-content-type': 'video/mp4' }

  const operations: Record<string, Asked> = {
    videos: { url: '/videos', ...open, refused: videos },
    'videos of an account': { url: '/accounts/owner/videos', ...open, refused: videos },
    'videos of a channel': { url: '/video-channels/owner_channel/videos', ...open, refused: videos },
    'videos that one follows': { url: '/users/me/subscriptions/videos', ...mine(), refused: videos },
    'videos of mine': {
      ...{ url: '/users/me/videos', ...mine() },
      refused: { ...videos, channelId: ['x', '1.5'], includeCollaborations: notBoolean },
    },
    overviews: { url: '/overviews/videos', ...open, refused: { page: ['0', '21', 'x', '1.5'] } },
    'search videos': {
      ...{ url: '/search/videos', ...open },
      refused: {
        ...{ ...videos, ...dates, search: [''], uuids: ['x', tooMany], searchTarget: ['none', ''] },
        ...{ originallyPublishedStartDate: ['x'], originallyPublishedEndDate: ['x'] },
        ...{ durationMin: ['x', '1.5'], durationMax: ['x', '1.5'] },
      },
    },
    'search channels': {
      ...{ url: '/search/video-channels', ...open },
      refused: { ...sorted, search: [''], host, handles: ['', tooMany], searchTarget: ['none'] },
    },
    'search playlists': {
      ...{ url: '/search/video-playlists', ...open },
      refused: { ...sorted, search: [''], host, uuids: ['x', '0', tooMany], searchTarget: ['none'] },
    },
    oEmbed: {
      ...{ url: '/services/oembed?format=json', outside: true, ...open },
      ...{ ok: 400, stranger: 400, anonymous: 400 },
      refused: { url: ['', 'x', 'ftp://a.example/x', `https://a.example/${long(2000)}`] },
    },
    'size of what oEmbed shows': {
      ...{ url: '/services/oembed?url={address}', outside: true, ...open },
      refused: { maxwidth: ['0', '-1', 'x'], maxheight: ['0', '-1', 'x'], format: ['html', ''] },
    },
    'feed of videos': {
      ...{ url: '/feeds/videos.json', outside: true, ...open },
      refused: { ...feed, videoChannelId: ['x', '1.5'] },
    },
    'feed of what one follows': {
      ...{ url: '/feeds/subscriptions.json?accountId={accountId}&token={token}', outside: true, ...open },
      refused: { sort: feed.sort, ...filters, format: feed.format },
    },
    'feed of comments': {
      ...{ url: '/feeds/video-comments.json', outside: true, ...open },
      refused: { videoId: ['none', '0'], accountId: ['x'], videoChannelId: ['x', '1.5'], format: ['html'] },
    },
    podcast: {
      ...{ url: '/feeds/podcast/videos.xml?videoChannelId={channelId}', outside: true, ...open },
      refused: { playlistId: ['none', '0'], enclosurePreference: ['none', ''] },
    },
    languages: { url: '/videos/languages', ...open, refused: { scope: ['x', ''] } },
    'offers of a video': {
      ...{ url: `${video}/ownership`, ...own() },
      refused: { ...sorted, state: ['0', '4', 'x'] },
    },
    'offers of videos': { url: '/videos/ownership', ...mine(), refused: sorted },
    'passwords of a video': { url: '/videos/{protected}/passwords', ...own(), moderator: 200, refused: sorted },
    'blocked videos': {
      ...{ url: '/videos/blacklist', ...own(), as: 'moderator' },
      refused: { ...sorted, type: ['0', '4', 'x'], search: [''] },
    },
    figures: { url: `${video}/stats/overall`, ...own(), moderator: 200, refused: dates },
    devices: { url: `${video}/stats/user-agent`, ...own(), moderator: 200, refused: dates },
    'figures by time': { url: `${video}/stats/timeseries/viewers`, ...own(), moderator: 200, refused: dates },
    retention: { url: `${video}/stats/retention`, ...own(), moderator: 200 },
    'mirrored channels': { url: '/accounts/owner/video-channel-syncs', ...own(), moderator: 200, refused: page },
    'where it may be embedded': { url: `${video}/embed-privacy`, ...own(), moderator: 200 },
    'may it be embedded there': {
      ...{ url: `${video}/embed-privacy/allowed?domain=a.example`, ...open },
    },
    'player of a video': { url: `/player-settings${video}`, ...open, refused: { raw: notBoolean } },
    'player of a channel': {
      ...{ url: '/player-settings/video-channels/owner_channel', ...open },
      refused: { raw: notBoolean },
    },
    'chosen player of a video': { url: `/player-settings${video}?raw=true`, ...own(), moderator: 200 },
    'chosen player of a channel': {
      ...{ url: '/player-settings/video-channels/owner_channel?raw=true', ...own(), moderator: 200 },
    },

    'change a video': { method: 'PUT', url: video, payload: {}, ...own(204), moderator: 204, refused: attributes },
    'announce a file': {
      ...{ method: 'POST', url: '/videos/upload-resumable', headers: resumable, ...own(201) },
      payload: { name: 'Another', channelId: '{channelId}', filename: 'a.mp4' },
      refused: {
        ...attributes,
        ...sources,
        name: [undefined, ...attributes.name],
        channelId: [undefined, ...attributes.channelId],
      },
    },
    'send a file': {
      ...{ method: 'POST', url: '/videos/upload', ...own(415) },
      payload: { name: 'Another', channelId: '{channelId}' },
      files: { videofile: ['a.txt', Buffer.from('no video')] },
      refused: textsOf(flat),
    },
    'announce another file of a video': {
      ...{ method: 'POST', url: `${video}/source/replace-resumable`, headers: resumable, ...own(201), moderator: 201 },
      ...{ payload: { filename: 'a.mp4' }, refused: sources },
    },
    'drop the original': { method: 'DELETE', url: `${video}/source/file`, ...own(204), moderator: 204 },
    'change chapters': {
      ...{ method: 'PUT', url: `${video}/chapters`, payload: { chapters: [chapter] }, ...own(204), moderator: 204 },
      refused: {
        chapters: [
          ...[undefined, null, 'x', 5, [5], [{ timecode: 0 }], [{ title: 'Start' }], [chapter, chapter]],
          ...[-1, 1.5, 'x', null].map((timecode) => [{ ...chapter, timecode }]),
          ...['', long(101), 5, null].map((title) => [{ ...chapter, title }]),
        ],
      },
    },
    'say where it may be embedded': {
      ...{ method: 'PUT', url: `${video}/embed-privacy`, ...own(204), moderator: 204 },
      ...{ payload: { policy: 2, domains: ['a.example'] } },
      refused: { policy: [undefined, 0, 3, 'x', null], domains: [undefined, ['a b'], [''], [5], null] },
    },
    'choose the player of a video': {
      ...{ method: 'PUT', url: `/player-settings${video}`, ...own(), moderator: 200 },
      ...{ payload: { theme: 'galaxy' }, refused: { theme: [undefined, 'x', '', 5, null] } },
    },
    'choose the player of a channel': {
      ...{ method: 'PUT', url: '/player-settings/video-channels/owner_channel', ...own(), moderator: 200 },
      ...{ payload: { theme: 'galaxy' }, refused: { theme: [undefined, 'channel-default', 'x', '', 5, null] } },
    },
    'add a password': {
      ...{ method: 'POST', url: '/videos/{protected}/passwords', payload: { password: 'another' }, ...own(204) },
      refused: { password: [undefined, 'x', long(101), 5, null] },
    },
    'change passwords': {
      ...{ method: 'PUT', url: '/videos/{protected}/passwords', ...own(204), moderator: 204 },
      ...{ payload: { passwords: ['one', 'two'] } },
      refused: { passwords: [undefined, ['x'], [long(101)], ['same', 'same'], [5], null] },
    },
    view: {
      ...{ method: 'POST', url: `${video}/views`, payload: { currentTime: 0 }, ...open },
      ...{ ok: 204, stranger: 204, anonymous: 204, refused: viewAttributes },
    },
    'view as clients send it too': {
      ...{ method: 'PUT', url: `${video}/views`, payload: { currentTime: 0 }, ...open },
      ...{ ok: 204, stranger: 204, anonymous: 204, refused: viewAttributes },
    },
    'view as clients of old': {
      ...{ method: 'PUT', url: `${video}/watching`, payload: { currentTime: 0 }, ...open },
      ...{ ok: 204, stranger: 204, anonymous: 204, refused: viewAttributes },
    },
    'offer a video': {
      ...{ method: 'POST', url: '/videos/{other}/give-ownership', payload: { username: 'stranger' }, ...own(204) },
      refused: { username: [undefined, '', 5, null] },
    },
    block: {
      ...{ method: 'POST', url: '/videos/{other}/blacklist', payload: {}, ...own(204), as: 'moderator' },
      refused: { ...notes, unfederate: ['maybe', 2, null] },
    },
    'say why it is blocked': {
      ...{ method: 'PUT', url: '/videos/{other}/blacklist', payload: {}, ...own(204), as: 'moderator' },
      refused: notes,
    },
    'block no more': { method: 'DELETE', url: '/videos/{other}/blacklist', ...own(204), as: 'moderator' },
    'delete a video': { method: 'DELETE', url: '/videos/{other}', ...own(204), moderator: 404 },
  }

  testOperations(operations, () => ({ server, tokens, known }))
})
