import { after, before, describe } from 'node:test'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
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

const places = {
  startPosition: [undefined, 0, 'x', null, 1.5],
  insertAfterPosition: [undefined, -1, 'x', null],
  reorderLength: [0, -1, 'x'],
}
const timestamps = { startTimestamp: [-1, 'x', 1.5, {}], stopTimestamp: [-1, 'x', []] }
const channelTexts = {
  description: ['xx', long(1001), 5],
  support: ['xx', long(1001), {}],
  publicEmail: ['none', 5],
}
const wordList = {
  listName: ['', '  ', long(101), 5, null],
  words: [[], [''], [long(101)], [5], Array.from({ length: 501 }, (_, i) => `w${i}`)],
}
const commentFilters = {
  videoId: ['none', '0', '-1'],
  videoChannelId: ['none', '1.5'],
  includeMuted: notBoolean,
}

/** Every operation of spec 04. */
describe('channels, playlists, comments and what goes with them', () => {
  let server: TestServer
  let video: TestVideo
  const tokens: Record<string, string> = {}
  const known: Record<string, string | number> = {}

  before(async () => {
    server = await startTestServer({ settings: { rates_limit: unlimitedRates } })
    const { channelId } = await addUser(server.ctx, 'owner')
    for (const name of ['stranger', 'helper']) await addUser(server.ctx, name)
    await addUser(server.ctx, 'moderator', { role: 1 })
    for (const name of ['owner', 'stranger', 'moderator']) tokens[name] = await server.login(name, userPassword)
    video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const post = async (url: string, payload: object) =>
      (await server.request({ method: 'POST', url: `/api/v1${url}`, payload, as: tokens['owner']! })).json()
    const { videoPlaylist } = await post('/video-playlists', { displayName: 'Mine' })
    known['playlist'] = videoPlaylist.uuid
    await post('/video-playlists', { displayName: 'In the channel', videoChannelId: channelId })
    for (let i = 0; i < 3; i++) {
      const { videoPlaylistElement } = await post(`/video-playlists/${videoPlaylist.id}/videos`, { videoId: video.id })
      known['element'] = videoPlaylistElement.id
    }
    known['comment'] = (await post(`/videos/${video.id}/comment-threads`, { text: 'First' })).comment.id
    known['list'] = (
      await post('/watched-words/accounts/owner/lists', { listName: 'Rude', words: ['dumb'] })
    ).watchedWordsList.id
    known['video'] = video.uuid
    known['host'] = server.ctx.origin.host
  })
  after(() => server.close())

  const channel = '/video-channels/owner_channel'
  const playlist = '/video-playlists/{playlist}'
  const words = '/watched-words/accounts/owner'
  const tags = '/automatic-tags'

  const operations: Record<string, Asked> = {
    accounts: { url: '/accounts', ...open, refused: sorted },
    'channels of an account': {
      ...{ url: '/accounts/owner/video-channels', ...open },
      refused: { ...sorted, withStats: notBoolean, includeCollaborations: notBoolean },
    },
    'playlists of an account': {
      ...{ url: '/accounts/owner/video-playlists', ...open },
      refused: { ...sorted, search: [''], playlistType: ['0', '3', 'x'], includeCollaborations: notBoolean },
    },
    'followers of an account': { url: '/accounts/owner/followers', ...own(), refused: sorted },
    'votes of an account': { url: '/accounts/owner/ratings', ...own(), refused: { ...sorted, rating: ['none', ''] } },
    channels: { url: '/video-channels', ...open, refused: { ...sorted, search: [''] } },
    'playlists of a channel': {
      ...{ url: `${channel}/video-playlists`, ...open },
      refused: { ...sorted, search: [''], playlistType: ['3', 'x'] },
    },
    'followers of a channel': { url: `${channel}/followers`, ...own(), refused: sorted },
    'activities of a channel': { url: `${channel}/activities`, ...own(), refused: sorted },
    'helpers of a channel': { url: `${channel}/collaborators`, ...own() },
    'offers of a channel': { url: `${channel}/ownership`, ...own(), refused: { ...sorted, state: ['0', '4', 'x'] } },
    'offers of channels': { url: '/video-channels/ownership', ...mine(), refused: sorted },
    playlists: { url: '/video-playlists', ...open, refused: { ...sorted, playlistType: ['0', '3', 'x'] } },
    'a playlist': { url: playlist, ...own() },
    'elements of a playlist': { url: `${playlist}/videos`, ...own(), refused: page },
    'videos in playlists': {
      ...{ url: '/users/me/video-playlists/videos-exist?videoIds=1', ...mine() },
      refused: { 'videoIds[]': ['x', '0', '-1', '1.5'] },
    },
    subscriptions: { url: '/users/me/subscriptions', ...mine(), refused: { ...sorted, search: [''] } },
    'are subscribed': {
      ...{ url: '/users/me/subscriptions/exist?uris=a@b.example', ...mine() },
      refused: { 'uris[]': ['a', '@a@b.example', 'a@b@c', 'a@', 'a@b c', ''] },
    },
    history: { url: '/users/me/history/videos', ...mine(), refused: page },
    threads: { url: '/videos/{video}/comment-threads', ...open, refused: sorted },
    thread: { url: '/videos/{video}/comment-threads/{comment}', ...open },
    'comments on my videos': {
      ...{ url: '/users/me/videos/comments', ...mine() },
      refused: { ...sorted, ...commentFilters, isHeldForReview: notBoolean, includeCollaborations: notBoolean },
    },
    'all comments': {
      ...{ url: '/videos/comments', ...own(), as: 'moderator' },
      refused: { ...sorted, ...commentFilters, isLocal: notBoolean, onLocalVideo: notBoolean },
    },
    'word lists': { url: `${words}/lists`, ...own(), refused: sorted },
    'word lists of the server': {
      ...{ url: '/watched-words/server/lists', ...own(), as: 'moderator' },
      refused: sorted,
    },
    'followed word lists': { url: `${words}/subscriptions`, ...own(), refused: sorted },
    'followed word lists of the server': {
      ...{ url: '/watched-words/server/subscriptions', ...own(), as: 'moderator' },
      refused: sorted,
    },
    'available tags': { url: `${tags}/accounts/owner/available`, ...own() },
    'available tags of the server': { url: `${tags}/server/available`, ...own(), as: 'moderator' },
    'tags to review': { url: `${tags}/policies/accounts/owner/comments`, ...own() },
    'tags to block': { url: `${tags}/policies/server/videos`, ...own(), as: 'moderator' },

    'create a channel': {
      ...{ method: 'POST', url: '/video-channels', payload: { name: 'second', displayName: 'Second' } },
      ...{ ...mine(), stranger: 409 },
      refused: {
        name: [undefined, '', 'Big', 'a b', '-a', 'a.', 'é', long(51), 5, null],
        displayName: [undefined, '', long(121), 5, null],
        ...channelTexts,
      },
    },
    'change a channel': {
      ...{ method: 'PUT', url: channel, payload: {}, ...own(204) },
      refused: { displayName: ['', long(121), 5], ...channelTexts, bulkVideosSupportUpdate: ['maybe', 2] },
    },
    'remove an avatar': { method: 'DELETE', url: `${channel}/avatar`, ...own(204) },
    'remove a banner': { method: 'DELETE', url: `${channel}/banner`, ...own(204) },
    'invite a helper': {
      ...{ method: 'POST', url: `${channel}/collaborators/invite`, payload: { accountHandle: 'helper' }, ...own() },
      refused: { accountHandle: [undefined, '', 5, null, []] },
    },
    'offer a channel': {
      ...{ method: 'POST', url: `${channel}/give-ownership`, payload: { username: 'stranger' }, ...own(204) },
      refused: { username: [undefined, '', 5, null] },
    },
    'move playlists of a channel': {
      ...{ method: 'POST', url: `${channel}/video-playlists/reorder`, ...own(204) },
      ...{ payload: { startPosition: 1, insertAfterPosition: 0 }, refused: places },
    },
    'create a playlist': {
      ...{ method: 'POST', url: '/video-playlists', payload: { displayName: 'New' }, ...mine() },
      refused: {
        displayName: [undefined, '', long(121), 5, null],
        description: ['xx', long(1001), 5],
        privacy: [0, 4, 'x', null],
        videoChannelId: [0, -1, 'x', {}],
      },
    },
    'change a playlist': {
      ...{ method: 'PUT', url: playlist, payload: {}, ...own(204) },
      refused: {
        displayName: ['', long(121), 5],
        description: ['xx', long(1001), 5],
        privacy: [0, 4, 'x'],
        videoChannelId: [0, -1, 'x'],
      },
    },
    'add to a playlist': {
      ...{ method: 'POST', url: `${playlist}/videos`, payload: { videoId: '{video}' }, ...own() },
      refused: { videoId: [undefined, '', 'x', 0, -1, null, {}], ...timestamps },
    },
    'change an element': {
      ...{ method: 'PUT', url: `${playlist}/videos/{element}`, payload: {}, ...own(204), refused: timestamps },
    },
    'move elements': {
      ...{ method: 'POST', url: `${playlist}/videos/reorder`, ...own(204) },
      ...{ payload: { startPosition: 1, insertAfterPosition: 3 }, refused: places },
    },
    'remove an element': { method: 'DELETE', url: `${playlist}/videos/{element}`, ...own(204) },
    'delete a playlist': { method: 'DELETE', url: playlist, ...own(204) },
    subscribe: {
      ...{ method: 'POST', url: '/users/me/subscriptions', payload: { uri: 'owner_channel@{host}' }, ...mine(204) },
      refused: { uri: [undefined, '', 'owner_channel', '@a@b.example', 'a@b@c', 'a@', 5, null] },
    },
    'a subscription': { url: '/users/me/subscriptions/owner_channel@{host}', ...mine() },
    'subscribe no more': {
      ...{ method: 'DELETE', url: '/users/me/subscriptions/owner_channel@{host}', ...mine(204) },
    },
    'forget a video': { method: 'DELETE', url: '/users/me/history/videos/1', ...mine(204) },
    'forget the history': {
      ...{ method: 'POST', url: '/users/me/history/videos/remove', payload: {}, ...mine(204) },
      refused: { beforeDate: ['yesterday', 5, '2026-13-01', '', null] },
    },
    vote: {
      ...{ method: 'PUT', url: '/videos/{video}/rate', payload: { rating: 'like' }, ...mine(204) },
      refused: { rating: [undefined, '', 'love', 1, null] },
    },
    comment: {
      ...{ method: 'POST', url: '/videos/{video}/comment-threads', payload: { text: 'Hello' }, ...mine() },
      refused: { text: [undefined, '', long(10_001), 5, null, ['a']] },
    },
    answer: {
      ...{ method: 'POST', url: '/videos/{video}/comments/{comment}', payload: { text: 'Hello' }, ...mine() },
      refused: { text: [undefined, '', long(10_001), 5, null] },
    },
    'delete a comment': { method: 'DELETE', url: '/videos/{video}/comments/{comment}', ...own(204) },
    'delete comments of somebody': {
      ...{ method: 'POST', url: '/bulk/remove-comments-of', ...mine(204) },
      payload: { accountName: 'helper', scope: 'my-videos' },
      refused: { accountName: [undefined, '', 'a@b@c', 5], scope: [undefined, 'all', 5] },
    },
    'add a word list': {
      ...{ method: 'POST', url: `${words}/lists`, payload: { listName: 'Another', words: ['x'] }, ...own() },
      refused: { listName: [undefined, ...wordList.listName], words: [undefined, ...wordList.words] },
    },
    'change a word list': {
      ...{ method: 'PUT', url: `${words}/lists/{list}`, payload: {}, ...own(204), refused: wordList },
    },
    'choose tags to review': {
      ...{ method: 'PUT', url: `${tags}/policies/accounts/owner/comments`, payload: { review: ['Rude'] }, ...own(204) },
      refused: { review: [undefined, 'Rude', [5], null, {}] },
    },
    'choose tags to block': {
      ...{ method: 'PUT', url: `${tags}/policies/server/videos`, payload: { autoBlock: [] }, ...own(204) },
      ...{ as: 'moderator', refused: { autoBlock: [undefined, 'Rude', [5], null] } },
    },
    'remove a word list': { method: 'DELETE', url: `${words}/lists/{list}`, ...own(204) },
    'delete a channel': { method: 'DELETE', url: '/video-channels/second', ...own(204) },
  }

  testOperations(operations, () => ({ server, tokens, known }))
})
