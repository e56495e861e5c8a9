import { Readable } from 'node:stream'
import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import { findPolicy, findWordLists, TagPolicy } from '#features/watched-words/public.ts'
import { findMyUser, myUserView } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import { actorDocument, collectionHead, createActivity, followed, rateActivity } from './content/activity-pub.ap.ts'
import { inBatches } from './content/in-batches.ts'
import { jsonList, jsonObject } from './content/json-text.ts'
import { findComments, findPlaylists, findRates, findWatched } from './content/library-rows.sql.ts'
import {
  commentExport,
  followExport,
  playlistExport,
  playlistPicture,
  rateExport,
  watchedExport,
} from './content/library.view.ts'
import {
  findBlockedHandles,
  findBlockedHosts,
  findChannels,
  findFollowers,
  findFollowing,
  type Owner,
} from './content/person-rows.sql.ts'
import { accountExport, avatarOf, channelExport, picturesOf, settingsExport } from './content/person.view.ts'
import type { ArchivedFile } from './content/pictures.ts'
import { findVideos, type VideoRow } from './content/video-rows.sql.ts'
import { captionFilesOf, thumbnailOf, videoExport, videoFileOf, type ArchivedVideoFile } from './content/video.view.ts'
import { openVideoFile } from './open-video-file.ts'
import type { ZipEntrySource } from './zip-writer.ts'

/** Everything that comes into an account's archive, in the order of its files (spec 02 §4.1). */
export async function* archiveEntries(
  ctx: Context,
  owner: Owner,
  { withVideoFiles }: { withVideoFiles: boolean },
): AsyncGenerator<ZipEntrySource> {
  yield* personEntries(ctx, owner)
  yield* libraryEntries(ctx, owner)
  yield* activityEntries(ctx, owner)
  yield* fileEntries(ctx, owner)
  yield* videoEntries(ctx, owner, withVideoFiles)
}

function json(path: string, text: () => AsyncIterable<string>): ZipEntrySource {
  return { path, compress: true, open: async () => Readable.from(text(), { objectMode: false }) }
}

async function* personEntries(ctx: Context, owner: Owner): AsyncGenerator<ZipEntrySource> {
  const { db, origin } = ctx
  const { accountId, userId } = owner
  const user = await findMyUser(db, userId)
  const lists = await findWordLists(db, [accountId])
  const reviewed = await findPolicy(ctx, accountId, TagPolicy.REVIEW_COMMENT)
  const blocklist = {
    instances: (await findBlockedHosts(db, accountId)).map((host) => ({ host })),
    actors: (await findBlockedHandles(db, accountId, origin.host)).map((handle) => ({ handle })),
  }
  const words = lists.map(({ listName, words: listWords, createdAt, updatedAt }) => ({
    ...{ listName, words: listWords },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }))
  yield json('peertube/account.json', () => jsonObject(accountExport(origin, owner)))
  if (user) {
    const settings = settingsExport(myUserView(origin, ctx.settings.current, user))
    yield json('peertube/user-settings.json', () => jsonObject(settings))
  }
  yield json('peertube/channels.json', () =>
    jsonList(
      {},
      'channels',
      mapped(channels(ctx, owner), (row) => channelExport(origin, row)),
    ),
  )
  yield json('peertube/blocklist.json', () => jsonObject(blocklist))
  yield json('peertube/watched-words-lists.json', () => jsonObject({ watchedWordLists: words }))
  yield json('peertube/automatic-tag-policies.json', () =>
    jsonObject({ reviewComments: reviewed.map((name) => ({ name })) }),
  )
}

async function* libraryEntries(ctx: Context, owner: Owner): AsyncGenerator<ZipEntrySource> {
  const { db, origin } = ctx
  const { accountId, userId } = owner
  const list = <Row>(file: string, name: string, rows: () => AsyncIterable<Row>, toItem: (row: Row) => unknown) =>
    json(`peertube/${file}.json`, () => jsonList({}, name, mapped(rows(), toItem)))
  yield list('likes', 'likes', () => rates(ctx, owner, 'like'), rateExport)
  yield list('dislikes', 'dislikes', () => rates(ctx, owner, 'dislike'), rateExport)
  yield list(
    'follower',
    'followers',
    () => inBatches((page) => findFollowers(db, owner, origin.host, page)),
    followExport,
  )
  yield list('following', 'following', () => following(ctx, owner), followExport)
  yield list('comments', 'comments', () => inBatches((page) => findComments(db, accountId, page)), commentExport)
  yield list(
    'video-playlists',
    'videoPlaylists',
    () => playlists(ctx, owner),
    (row) => playlistExport(origin, row),
  )
  yield list('video-history', 'watchedVideos', () => inBatches((page) => findWatched(db, userId, page)), watchedExport)
}

async function* activityEntries(ctx: Context, owner: Owner): AsyncGenerator<ZipEntrySource> {
  const collection = (name: string, items: () => AsyncIterable<unknown>) =>
    json(`activity-pub/${name}.json`, () => jsonList(collectionHead(owner, name), 'orderedItems', items()))
  yield json('activity-pub/actor.json', () => jsonObject(actorDocument(owner)))
  yield collection('likes', () => mapped(rates(ctx, owner, 'like'), (row) => rateActivity(owner, 'Like', row)))
  yield collection('dislikes', () => mapped(rates(ctx, owner, 'dislike'), (row) => rateActivity(owner, 'Dislike', row)))
  yield collection('following', () => mapped(following(ctx, owner), followed))
  yield collection('outbox', () =>
    mapped(
      filtered(videos(ctx, owner), (video) => video.privacy === VideoPrivacy.PUBLIC),
      (video) => createActivity(owner, video),
    ),
  )
}

async function* fileEntries(ctx: Context, owner: Owner): AsyncGenerator<ZipEntrySource> {
  yield* stored(ctx, avatarOf(owner))
  for await (const channel of channels(ctx, owner)) {
    const { avatar, banner } = picturesOf(channel)
    yield* stored(ctx, avatar)
    yield* stored(ctx, banner)
  }
  for await (const playlist of playlists(ctx, owner)) yield* stored(ctx, playlistPicture(playlist))
}

/** The list of the videos comes after their files: it names only those that the archive has. */
async function* videoEntries(ctx: Context, owner: Owner, withVideoFiles: boolean): AsyncGenerator<ZipEntrySource> {
  const held = new Set<string>()
  for await (const video of videos(ctx, owner)) {
    const file = withVideoFiles ? videoFileOf(video) : undefined
    const pictures = [...captionFilesOf(video).values(), thumbnailOf(video)].map((each) => stored(ctx, each))
    for (const entries of [...pictures, file ? storedVideo(ctx, file, video.uuid) : []]) {
      for await (const entry of entries) {
        yield entry
        held.add(entry.path)
      }
    }
  }
  const toItem = (video: VideoRow) => videoExport(ctx.origin, video, ({ path }) => held.has(path))
  yield json('peertube/videos.json', () => jsonList({}, 'videos', mapped(videos(ctx, owner), toItem)))
}

async function* storedVideo(ctx: Context, file: ArchivedVideoFile, uuid: string): AsyncGenerator<ZipEntrySource> {
  for await (const entry of stored(ctx, file)) yield { ...entry, open: () => openVideoFile(ctx, file, uuid) }
}

/** A file that is gone is left out. */
async function* stored(ctx: Context, file: ArchivedFile | undefined): AsyncGenerator<ZipEntrySource> {
  if (!file || !(await ctx.storage.stat(file.area, file.key))) return
  yield { path: file.path, compress: false, open: () => ctx.storage.read(file.area, file.key) }
}

const channels = ({ db }: Context, owner: Owner) => inBatches((page) => findChannels(db, owner.accountId, page))
const playlists = ({ db }: Context, owner: Owner) => inBatches((page) => findPlaylists(db, owner.accountId, page))
const videos = ({ db }: Context, owner: Owner) => inBatches((page) => findVideos(db, owner.accountId, page))
const rates = ({ db }: Context, owner: Owner, type: 'like' | 'dislike') =>
  inBatches((page) => findRates(db, owner.accountId, type, page))
const following = ({ db, origin }: Context, owner: Owner) =>
  inBatches((page) => findFollowing(db, owner, origin.host, page))

async function* mapped<Row, Item>(rows: AsyncIterable<Row>, toItem: (row: Row) => Item): AsyncGenerator<Item> {
  for await (const row of rows) yield toItem(row)
}

async function* filtered<Row>(rows: AsyncIterable<Row>, keep: (row: Row) => boolean): AsyncGenerator<Row> {
  for await (const row of rows) if (keep(row)) yield row
}
