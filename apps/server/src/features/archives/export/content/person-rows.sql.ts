import { sql } from 'kysely'
import { ActorImageType } from '@sepiola/contract/enums.ts'
import { actorImagesJson, type ActorImageRow } from '#features/accounts/public.ts'
import type { Db } from '#foundation/db/database.ts'

/** Whose archive it is. */
export interface Owner {
  userId: number
  accountId: number
  actorId: number
  name: string
  url: string
  displayName: string
  description: string | null
  publicKey: string | null
  inboxUrl: string
  outboxUrl: string | null
  followersUrl: string | null
  followingUrl: string | null
  sharedInboxUrl: string | null
  createdAt: Date
  updatedAt: Date
  avatars: ActorImageRow[]
}

export async function findOwner(db: Db, userId: number): Promise<Owner | undefined> {
  const { rows } = await sql<Owner>`
    SELECT a."userId", a."id" AS "accountId", act."id" AS "actorId", act."preferredUsername" AS "name", act."url",
      a."name" AS "displayName", a."description", act."publicKey", act."inboxUrl", act."outboxUrl", act."followersUrl",
      act."followingUrl", act."sharedInboxUrl", a."createdAt", a."updatedAt",
      ${actorImagesJson(sql<number>`act.id`, ActorImageType.AVATAR)} AS "avatars"
    FROM "account" a JOIN "actor" act ON act."accountId" = a."id" WHERE a."userId" = ${userId}`.execute(db)
  return rows[0]
}

export interface ChannelRow {
  cursor: number
  name: string
  url: string
  displayName: string
  description: string | null
  support: string | null
  playerTheme: string | null
  createdAt: Date
  updatedAt: Date
  avatars: ActorImageRow[]
  banners: ActorImageRow[]
}

interface Page {
  after: number
  count: number
}

export async function findChannels(db: Db, accountId: number, page: Page): Promise<ChannelRow[]> {
  const { rows } = await sql<ChannelRow>`
    SELECT c."id" AS "cursor", act."preferredUsername" AS "name", act."url", c."name" AS "displayName", c."description",
      c."support", c."createdAt", c."updatedAt",
      (SELECT s."theme" FROM "playerSetting" s WHERE s."channelId" = c."id" LIMIT 1) AS "playerTheme",
      ${actorImagesJson(sql<number>`act.id`, ActorImageType.AVATAR)} AS "avatars",
      ${actorImagesJson(sql<number>`act.id`, ActorImageType.BANNER)} AS "banners"
    FROM "videoChannel" c JOIN "actor" act ON act."videoChannelId" = c."id"
    WHERE c."accountId" = ${accountId} AND c."id" > ${page.after} ORDER BY c."id" LIMIT ${page.count}`.execute(db)
  return rows
}

export interface FollowRow {
  cursor: number
  handle: string
  targetHandle: string
  /** ActivityPub id of who is followed. */
  targetUrl: string
  createdAt: Date
}

const follows = (host: string) => sql`
  SELECT f."id" AS "cursor", who."preferredUsername" || '@' || coalesce(whose."host", ${host}::text) AS "handle",
    target."preferredUsername" || '@' || coalesce(wheres."host", ${host}::text) AS "targetHandle",
    target."url" AS "targetUrl", f."createdAt"
  FROM "actorFollow" f
  JOIN "actor" who ON who."id" = f."actorId" LEFT JOIN "server" whose ON whose."id" = who."serverId"
  JOIN "actor" target ON target."id" = f."targetActorId" LEFT JOIN "server" wheres ON wheres."id" = target."serverId"`

/** Of the account and its channels. `host`: of this server. */
export async function findFollowers(db: Db, owner: Owner, host: string, page: Page): Promise<FollowRow[]> {
  const { rows } = await sql<FollowRow>`
    ${follows(host)}
    WHERE f."targetActorId" IN (SELECT "id" FROM "actor" WHERE "accountId" = ${owner.accountId}
        OR "videoChannelId" IN (SELECT "id" FROM "videoChannel" WHERE "accountId" = ${owner.accountId}))
      AND f."state" = 'accepted' AND f."id" > ${page.after} ORDER BY f."id" LIMIT ${page.count}`.execute(db)
  return rows
}

export async function findFollowing(db: Db, owner: Owner, host: string, page: Page): Promise<FollowRow[]> {
  const { rows } = await sql<FollowRow>`
    ${follows(host)} WHERE f."actorId" = ${owner.actorId} AND f."id" > ${page.after}
    ORDER BY f."id" LIMIT ${page.count}`.execute(db)
  return rows
}

export async function findBlockedHandles(db: Db, accountId: number, host: string): Promise<string[]> {
  const { rows } = await sql<{ handle: string }>`
    SELECT act."preferredUsername" || '@' || coalesce(s."host", ${host}::text) AS "handle"
    FROM "accountBlocklist" b JOIN "actor" act ON act."accountId" = b."targetAccountId"
    LEFT JOIN "server" s ON s."id" = act."serverId" WHERE b."accountId" = ${accountId} ORDER BY b."id"`.execute(db)
  return rows.map((row) => row.handle)
}

export async function findBlockedHosts(db: Db, accountId: number): Promise<string[]> {
  const { rows } = await sql<{ host: string }>`
    SELECT s."host" FROM "serverBlocklist" b JOIN "server" s ON s."id" = b."targetServerId"
    WHERE b."accountId" = ${accountId} ORDER BY b."id"`.execute(db)
  return rows.map((row) => row.host)
}
