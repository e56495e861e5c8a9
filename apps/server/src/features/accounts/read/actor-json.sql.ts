import { sql, type Expression, type RawBuilder } from 'kysely'
import { ActorImageType } from '@sepiola/contract/enums.ts'

/** Dates come as PostgreSQL writes them in JSON. */
export interface ActorImageRow {
  filename: string
  type: number
  width: number | null
  height: number | null
  createdAt: string
  updatedAt: string
}

export interface ActorSummaryRow {
  id: number
  displayName: string
  name: string
  url: string
  /** null: an actor of this server. */
  host: string | null
  avatars: ActorImageRow[]
}

/** An actor of whatever type, without the account or channel behind it. */
export interface BareActorRow {
  id: number
  name: string
  url: string
  /** null: an actor of this server. */
  host: string | null
  avatars: ActorImageRow[]
  banners: ActorImageRow[]
  followersCount: number
  followingCount: number
  redundancyAllowed: boolean
  createdAt: string
  updatedAt: string
}

export interface ActorRow extends ActorSummaryRow {
  actorId: number
  description: string | null
  followersCount: number
  followingCount: number
  redundancyAllowed: boolean
  /** Of the actor where it lives, when known. */
  createdAt: string
  updatedAt: string
}

export interface AccountRow extends ActorRow {
  userId: number | null
}

type Id = Expression<number> | RawBuilder<number>

/** Pictures of an actor as a JSON array, largest first. */
export function actorImagesJson(actorId: Id, type: number): RawBuilder<ActorImageRow[]> {
  return sql`COALESCE((
    SELECT json_agg(json_build_object('filename', i.filename, 'type', i.type, 'width', i.width, 'height', i.height,
             'createdAt', i."createdAt", 'updatedAt', i."updatedAt") ORDER BY i.width DESC NULLS LAST, i.id)
      FROM "actorImage" i WHERE i."actorId" = ${actorId} AND i.type = ${sql.lit(type)}), '[]'::json)`
}

const summaryMembers = (displayName: string) => sql`
  'displayName', ${sql.ref(displayName)}, 'name', act."preferredUsername", 'url', act.url, 'host', srv.host,
  'avatars', ${actorImagesJson(sql<number>`act.id`, ActorImageType.AVATAR)}`

const actorMembers = sql`
  'actorId', act.id, 'followersCount', act."followersCount", 'followingCount', act."followingCount",
  'redundancyAllowed', COALESCE(srv."redundancyAllowed", false), 'createdAt', COALESCE(act."remoteCreatedAt", act."createdAt")`

/** One value of a select list: the account as `AccountSummary` needs it. */
export function accountSummaryJson(accountId: Id): RawBuilder<ActorSummaryRow> {
  return sql`(
    SELECT json_build_object('id', acc.id, ${summaryMembers('acc.name')})
      FROM "account" acc JOIN "actor" act ON act."accountId" = acc.id LEFT JOIN "server" srv ON srv.id = act."serverId"
     WHERE acc.id = ${accountId})`
}

/** One value of a select list: the channel as `VideoChannelSummary` needs it. */
export function channelSummaryJson(channelId: Id): RawBuilder<ActorSummaryRow> {
  return sql`(
    SELECT json_build_object('id', chn.id, ${summaryMembers('chn.name')})
      FROM "videoChannel" chn JOIN "actor" act ON act."videoChannelId" = chn.id
           LEFT JOIN "server" srv ON srv.id = act."serverId"
     WHERE chn.id = ${channelId})`
}

/** One value of a select list: the account as `Account` needs it. */
export function accountJson(accountId: Id): RawBuilder<AccountRow> {
  return sql`(
    SELECT json_build_object('id', acc.id, ${summaryMembers('acc.name')}, ${actorMembers},
             'description', acc.description, 'userId', acc."userId", 'updatedAt', acc."updatedAt")
      FROM "account" acc JOIN "actor" act ON act."accountId" = acc.id LEFT JOIN "server" srv ON srv.id = act."serverId"
     WHERE acc.id = ${accountId})`
}

export interface ChannelRow extends ActorRow {
  support: string | null
  banners: ActorImageRow[]
  ownerAccount: AccountRow
}

/** One value of a select list: the channel, its owner included, as `VideoChannel` needs it. */
export function channelJson(channelId: Id): RawBuilder<ChannelRow> {
  return sql`(
    SELECT json_build_object('id', chn.id, ${summaryMembers('chn.name')}, ${actorMembers},
             'description', chn.description, 'support', chn.support, 'updatedAt', chn."updatedAt",
             'banners', ${actorImagesJson(sql<number>`act.id`, ActorImageType.BANNER)},
             'ownerAccount', ${accountJson(sql<number>`chn."accountId"`)})
      FROM "videoChannel" chn JOIN "actor" act ON act."videoChannelId" = chn.id
           LEFT JOIN "server" srv ON srv.id = act."serverId"
     WHERE chn.id = ${channelId})`
}

/** One value of a select list: an actor as `Actor` in follows needs it. */
export function actorJson(actorId: Id): RawBuilder<BareActorRow> {
  return sql`(
    SELECT json_build_object('id', act.id, 'name', act."preferredUsername", 'url', act.url, 'host', srv.host,
             'avatars', ${actorImagesJson(sql<number>`act.id`, ActorImageType.AVATAR)},
             'banners', ${actorImagesJson(sql<number>`act.id`, ActorImageType.BANNER)},
             'updatedAt', act."updatedAt", ${actorMembers})
      FROM "actor" act LEFT JOIN "server" srv ON srv.id = act."serverId" WHERE act.id = ${actorId})`
}
