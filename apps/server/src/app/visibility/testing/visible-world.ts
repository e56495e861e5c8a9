import { sql } from 'kysely'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo, type TestVideo } from '#features/videos/testing/make-test-video.ts'
import { VideoPrivacy, VideoState } from '@sepiola/contract/enums.ts'
import type { TestServer } from '../../test-server.ts'

const { PUBLIC, UNLISTED, PRIVATE, INTERNAL, PASSWORD_PROTECTED } = VideoPrivacy

export const owners = ['ada', 'bea', 'cid', 'eve', 'near', 'far'] as const
export type Owner = (typeof owners)[number]

/** What decides who sees a video, and how it is found in an answer. */
export interface WorldVideo extends TestVideo {
  /** A word that stands in its name, description, tags, captions, chapters, comments and the names of its files. */
  mark: string
  shortUUID: string
  url: string
  owner: Owner
  privacy: number
  state: number
  waitTranscoding: boolean
  blocked: boolean
  /** Bits; 0: nothing to warn of. */
  nsfwFlags: number
  /** A live that is announced for then, in hours from now. */
  startsIn?: number
}

export interface WorldViewer {
  name: string
  /** Access token; undefined: nobody. */
  as: string | undefined
  accountId: number | undefined
  /** Sent along. */
  password?: string
  policy: 'display' | 'do_not_list'
  /** Bits of flags. */
  shown: number
  hidden: number
  mutes: readonly Owner[]
}

export interface World {
  videos: WorldVideo[]
  viewers: WorldViewer[]
  channelIds: Record<Owner, number>
  accountIds: Record<Owner, number>
  /** UUID of a public playlist that holds all videos. */
  playlist: string
}

const isRemote = (owner: Owner) => owner === 'near' || owner === 'far'
const hostOf = (owner: Owner) => `${owner}.example`
export const handleOf = (owner: Owner) => (isRemote(owner) ? `${owner}@${hostOf(owner)}` : owner)
export const channelHandleOf = (owner: Owner) =>
  isRemote(owner) ? `${owner}_channel@${hostOf(owner)}` : `${owner}_channel`

/**
 * The complete product of privacies, states and blocks for `ada`, of the published ones with NSFW; privacies and blocks for `bea` (muted by the
 * instance), `cid` (muted by one viewer), `near` (of a followed server) and `far` (of one that is not); enough public
 * ones of `eve` to be in an overview.
 */
function* combinations(): Generator<
  Pick<WorldVideo, 'owner' | 'privacy' | 'blocked' | 'nsfwFlags' | 'state' | 'waitTranscoding' | 'startsIn'>
> {
  const privacies = [PUBLIC, UNLISTED, PRIVATE, INTERNAL, PASSWORD_PROTECTED]
  const states = [
    { state: VideoState.PUBLISHED, waitTranscoding: false },
    { state: VideoState.TO_TRANSCODE, waitTranscoding: false },
    { state: VideoState.TO_TRANSCODE, waitTranscoding: true },
    { state: VideoState.TRANSCODING_FAILED, waitTranscoding: true },
  ]
  for (const privacy of privacies) {
    for (const blocked of [false, true]) {
      for (const state of states) {
        yield { owner: 'ada', privacy, blocked, nsfwFlags: 0, ...state }
        if (state.state === VideoState.PUBLISHED) yield { owner: 'ada', privacy, blocked, nsfwFlags: 1, ...state }
      }
      const live = { owner: 'ada', privacy, blocked, nsfwFlags: 0, waitTranscoding: false } as const
      for (const startsIn of blocked ? [1] : [1, -1]) yield { ...live, state: VideoState.WAITING_FOR_LIVE, startsIn }
      const others: Owner[] = privacy > UNLISTED ? ['bea', 'cid'] : ['bea', 'cid', 'near', 'far']
      for (const owner of others) yield { owner, privacy, blocked, nsfwFlags: 0, ...states[0]! }
    }
  }
  // Announced once, over now.
  const ended = { owner: 'ada', privacy: PUBLIC, blocked: false, nsfwFlags: 0, waitTranscoding: false } as const
  yield { ...ended, state: VideoState.LIVE_ENDED, startsIn: 1 }
  for (let i = 0; i < 7; i++) yield { owner: 'eve', privacy: PUBLIC, blocked: false, nsfwFlags: 0, ...states[0]! }
}

export const password = 'sesame'
/** In the name of every video. */
export const commonWord = 'pelican'
export const commonTag = 'seabird'

export async function makeWorld(server: TestServer): Promise<World> {
  const { ctx } = server
  const accountIds = {} as World['accountIds']
  const channelIds = {} as World['channelIds']
  for (const owner of owners) {
    const { accountId, channelId } = isRemote(owner) ? await addRemote(server, owner) : await addUser(ctx, owner)
    accountIds[owner] = accountId
    channelIds[owner] = channelId
  }
  await follow(server, { application: true }, ['near'])
  const videos: WorldVideo[] = []
  for (const facts of combinations()) videos.push(await makeVideo(server, videos.length, channelIds, facts))
  const viewers = await makeViewers(server, accountIds, channelIds)
  await addParts(server, videos, viewers.find(({ name }) => name === 'somebody')!.accountId!)
  const playlist = await fillPlaylist(server, videos, accountIds.ada, channelIds.ada)
  for (const { accountId } of viewers) {
    if (accountId !== undefined) await visitEverything(server, videos, accountId)
  }
  return { videos, viewers, channelIds, accountIds, playlist }
}

async function makeVideo(
  { ctx }: TestServer,
  index: number,
  channelIds: World['channelIds'],
  facts: Pick<WorldVideo, 'owner' | 'privacy' | 'blocked' | 'nsfwFlags' | 'state' | 'waitTranscoding' | 'startsIn'>,
): Promise<WorldVideo> {
  const mark = `vz${index.toString(36).padStart(3, '0')}zv`
  const { owner, privacy, state, waitTranscoding, nsfwFlags } = facts
  const made = await makeTestVideo(ctx, {
    ...{ privacy, state, waitTranscoding, nsfwFlags, nsfw: nsfwFlags > 0, channelId: channelIds[owner] },
    ...{
      name: `${commonWord} ${mark}`,
      description: `About ${mark}`,
      support: `Help ${mark}`,
      language: 'en',
      category: 1,
    },
    ...{ tags: [commonTag, mark], videoPasswords: privacy === PASSWORD_PROTECTED ? [password] : [] },
  })
  let url = `${ctx.origin.url}/videos/watch/${made.uuid}`
  if (isRemote(owner)) {
    url = `https://${hostOf(owner)}/videos/watch/${made.uuid}`
    await ctx.db.updateTable('video').set({ remote: true, url }).where('id', '=', made.id).execute()
  }
  if (facts.startsIn !== undefined) await announceLive(ctx, made.id, facts.startsIn)
  if (facts.blocked) {
    const now = new Date()
    const block = { videoId: made.id, type: 1, unfederated: false, reason: `Because of ${mark}` }
    await ctx.db
      .insertInto('videoBlacklist')
      .values({ ...block, createdAt: now, updatedAt: now })
      .execute()
  }
  return { ...made, ...facts, mark, url, shortUUID: uuidToShort(made.uuid) }
}

async function announceLive({ db }: TestServer['ctx'], videoId: number, hours: number): Promise<void> {
  await db.updateTable('video').set({ isLive: true }).where('id', '=', videoId).execute()
  await sql`WITH live AS (
      INSERT INTO "videoLive" ("saveReplay", "permanentLive", "latencyMode", "dvrWindow", "videoId", "createdAt", "updatedAt")
      VALUES (false, true, 1, 0, ${videoId}, now(), now()) RETURNING "id"
    ) INSERT INTO "videoLiveSchedule" ("startAt", "liveVideoId", "createdAt", "updatedAt")
    SELECT now() + ${hours}::int * interval '1 hour', "id", now(), now() FROM live`.execute(db)
}

async function addRemote({ ctx }: TestServer, owner: Owner): Promise<{ accountId: number; channelId: number }> {
  const { rows } = await sql<{ accountId: number; channelId: number }>`
    WITH host AS (
      INSERT INTO "server" ("host", "createdAt", "updatedAt") VALUES (${hostOf(owner)}, now(), now()) RETURNING "id"
    ), person AS (
      INSERT INTO "account" ("name", "createdAt", "updatedAt") VALUES (${owner}, now(), now()) RETURNING "id"
    ), channel AS (
      INSERT INTO "videoChannel" ("name", "accountId", "createdAt", "updatedAt")
      SELECT ${owner}, "id", now(), now() FROM person RETURNING "id"
    ), actors AS (
      INSERT INTO "actor" ("type", "preferredUsername", "url", "followersCount", "followingCount", "inboxUrl", "serverId",
        "accountId", "videoChannelId", "createdAt", "updatedAt")
      SELECT t."type"::"enum_actor_type", t."name", 'https://' || ${hostOf(owner)}::text || '/' || t."name", 0, 0, '', host."id",
        CASE WHEN t."type" = 'Person' THEN person."id" END, CASE WHEN t."type" = 'Group' THEN channel."id" END, now(), now()
      FROM host, person, channel, (VALUES ('Person', ${owner}::text), ('Group', ${owner}::text || '_channel')) t ("type", "name")
    )
    SELECT person."id" AS "accountId", channel."id" AS "channelId" FROM person, channel`.execute(ctx.db)
  return rows[0]!
}

/** Of the instance or of an account; the channels of these owners. */
async function follow(
  { ctx }: TestServer,
  who: { application: true } | { accountId: number },
  followed: readonly Owner[],
): Promise<void> {
  const follower = 'accountId' in who ? sql`a."id" = ${who.accountId}` : sql`a."applicationId" IS NOT NULL`
  const names = followed.map((owner) => `${owner}_channel`)
  await sql`INSERT INTO "actorFollow" ("state", "actorId", "targetActorId", "createdAt", "updatedAt")
    SELECT 'accepted', me."id", t."id", now(), now() FROM "actor" me JOIN "account" a ON a."id" = me."accountId",
      "actor" t WHERE ${follower} AND t."preferredUsername" = ANY(${names}::text[])`.execute(ctx.db)
}

async function makeViewers(
  server: TestServer,
  accountIds: World['accountIds'],
  channelIds: World['channelIds'],
): Promise<WorldViewer[]> {
  const { ctx } = server
  const plain = { policy: 'display', shown: 0, hidden: 0, mutes: [] } as const
  const people: (Partial<WorldViewer> & { name: string; role?: number; collaborates?: number })[] = [
    { name: 'somebody' },
    { name: 'editor', collaborates: 2 },
    { name: 'invited', collaborates: 1 },
    { name: 'muter', mutes: ['cid', 'near'] },
    { name: 'shy', policy: 'do_not_list' },
    { name: 'picky', hidden: 1 },
    { name: 'forgiving', policy: 'do_not_list', shown: 1 },
    { name: 'moderator', role: 1 },
    { name: 'administrator', role: 0 },
  ]
  const viewers: WorldViewer[] = [
    { ...plain, name: 'anonymous', as: undefined, accountId: undefined },
    { ...plain, name: 'anonymous with the password', as: undefined, accountId: undefined, password },
    { ...plain, name: 'ada', as: await server.login('ada', userPassword), accountId: accountIds.ada },
  ]
  const now = new Date()
  await mute(server, sql`SELECT "id" FROM "account" WHERE "applicationId" IS NOT NULL`, accountIds.bea)
  for (const { name, role, collaborates, ...rest } of people) {
    const { accountId, userId } = await addUser(ctx, name, role === undefined ? {} : { role })
    const viewer = { ...plain, ...rest, name, accountId, as: await server.login(name, userPassword) }
    const { policy: nsfwPolicy, shown, hidden } = viewer
    const wishes = { nsfwPolicy, nsfwFlagsDisplayed: shown, nsfwFlagsHidden: hidden }
    await ctx.db.updateTable('user').set(wishes).where('id', '=', userId).execute()
    if (collaborates !== undefined) {
      const row = { accountId, channelId: channelIds.ada, state: collaborates, createdAt: now, updatedAt: now }
      await ctx.db.insertInto('videoChannelCollaborator').values(row).execute()
    }
    for (const owner of viewer.mutes) {
      if (!isRemote(owner)) await mute(server, sql`SELECT ${accountId}::int`, accountIds[owner])
      else await muteHost(server, accountId, hostOf(owner))
    }
    await follow(server, { accountId }, owners)
    viewers.push(viewer)
  }
  await follow(server, { accountId: accountIds.ada }, ['bea', 'cid', 'eve', 'near', 'far'])
  const somebody = viewers.find(({ name }) => name === 'somebody')!
  viewers.push({ ...somebody, name: 'somebody with the password', password })
  return viewers
}

async function mute({ ctx }: TestServer, by: ReturnType<typeof sql>, target: number): Promise<void> {
  await sql`INSERT INTO "accountBlocklist" ("accountId", "targetAccountId", "createdAt", "updatedAt")
    SELECT (${by}), ${target}, now(), now()`.execute(ctx.db)
}

async function muteHost({ ctx }: TestServer, accountId: number, host: string): Promise<void> {
  await sql`INSERT INTO "serverBlocklist" ("accountId", "targetServerId", "createdAt", "updatedAt")
    SELECT ${accountId}, "id", now(), now() FROM "server" WHERE "host" = ${host}`.execute(ctx.db)
}

/** What belongs to each video besides its files, with its mark. */
async function addParts({ ctx }: TestServer, videos: readonly WorldVideo[], author: number): Promise<void> {
  const marked = sql`unnest(${videos.map(({ id }) => id)}::int[], ${videos.map(({ mark }) => mark)}::text[]) AS w ("id", "mark")`
  await sql`INSERT INTO "videoComment" ("url", "text", "heldForReview", "videoId", "accountId", "createdAt", "updatedAt")
    SELECT 'https://x.example/comments/' || "mark", 'Said of ' || "mark", false, "id", ${author}, now(), now()
    FROM ${marked}`.execute(ctx.db)
  await sql`INSERT INTO "videoCaption" ("language", "filename", "automaticallyGenerated", "cached", "videoId", "createdAt",
      "updatedAt") SELECT 'en', "mark" || '-en.vtt', false, false, "id", now(), now() FROM ${marked}`.execute(ctx.db)
  await sql`INSERT INTO "videoChapter" ("timecode", "title", "videoId", "createdAt", "updatedAt")
    SELECT 0, 'Chapter ' || "mark", "id", now(), now() FROM ${marked}`.execute(ctx.db)
  await sql`INSERT INTO "storyboard" ("filename", "totalHeight", "totalWidth", "spriteHeight", "spriteWidth",
      "spriteDuration", "cached", "videoId", "createdAt", "updatedAt")
    SELECT "mark" || '.jpg', 108, 192, 108, 192, 1, false, "id", now(), now() FROM ${marked}`.execute(ctx.db)
  await sql`INSERT INTO "videoSource" ("inputFilename", "keptOriginalFilename", "videoId", "createdAt", "updatedAt")
    SELECT "mark" || '.mov', 'original-' || "mark" || '.mov', "id", now(), now() FROM ${marked}`.execute(ctx.db)
  for (const { mark } of videos)
    await ctx.storage.write('original_video_files', `original-${mark}.mov`, `The original ${mark}`)
}

async function fillPlaylist(
  { ctx }: TestServer,
  videos: readonly WorldVideo[],
  ownerAccountId: number,
  videoChannelId: number,
): Promise<string> {
  const { rows } = await sql<{ id: number; uuid: string }>`
    INSERT INTO "videoPlaylist" ("uuid", "url", "name", "privacy", "type", "ownerAccountId", "videoChannelId", "createdAt",
      "updatedAt")
    SELECT u, ${ctx.origin.url}::text || '/video-playlists/' || u, 'Everything', 1, 1, ${ownerAccountId}::int, ${videoChannelId}::int,
      now(), now() FROM gen_random_uuid() u RETURNING "id", "uuid"`.execute(ctx.db)
  await sql`INSERT INTO "videoPlaylistElement" ("position", "videoPlaylistId", "videoId", "createdAt", "updatedAt")
    SELECT n, ${rows[0]!.id}, v, now(), now() FROM unnest(${videos.map(({ id }) => id)}::int[]) WITH ORDINALITY AS e (v, n)`.execute(
    ctx.db,
  )
  return rows[0]!.uuid
}

/** Has watched and liked every video, as if each had once been public. */
async function visitEverything({ ctx }: TestServer, videos: readonly WorldVideo[], accountId: number): Promise<void> {
  const ids = videos.map(({ id }) => id)
  await sql`INSERT INTO "userVideoHistory" ("currentTime", "videoId", "userId", "createdAt", "updatedAt")
    SELECT 5, v, a."userId", now(), now() FROM unnest(${ids}::int[]) v, "account" a WHERE a."id" = ${accountId}
    ON CONFLICT DO NOTHING`.execute(ctx.db)
  await sql`INSERT INTO "accountVideoRate" ("type", "url", "videoId", "accountId", "createdAt", "updatedAt")
    SELECT 'like', 'https://x.example/likes/' || v || '/' || ${accountId}::int, v, ${accountId}::int, now(), now()
    FROM unnest(${ids}::int[]) v ON CONFLICT DO NOTHING`.execute(ctx.db)
}
