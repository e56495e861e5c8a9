import { ActorImageType } from '@sepiola/contract/enums.ts'
import type { Origin } from '#foundation/origin.ts'
import type {
  AccountRow,
  ActorImageRow,
  ActorRow,
  ActorSummaryRow,
  BareActorRow,
  ChannelRow,
} from './actor-json.sql.ts'

/** `2024-01-31T10:00:00.000Z` from a date in PostgreSQL's JSON notation. */
export function isoDate(date: string | Date): string {
  return new Date(date).toISOString()
}

/** Path below the origin of a picture's file. */
export function actorImagePath(image: Pick<ActorImageRow, 'filename' | 'type'>): string {
  return `/lazy-static/${image.type === ActorImageType.BANNER ? 'banners' : 'avatars'}/${image.filename}`
}

/** `ActorImage` (spec 04 §1). */
export function actorImageView(origin: Origin, image: ActorImageRow) {
  const path = actorImagePath(image)
  return {
    path,
    fileUrl: origin.url + path,
    width: image.width,
    height: image.height,
    createdAt: isoDate(image.createdAt),
    updatedAt: isoDate(image.updatedAt),
  }
}

/** `AccountSummary` and `VideoChannelSummary` (spec 04 §1). */
export function actorSummaryView(origin: Origin, row: ActorSummaryRow) {
  return {
    id: row.id,
    name: row.name,
    displayName: row.displayName,
    url: row.url,
    host: row.host ?? origin.host,
    avatars: row.avatars.map((image) => actorImageView(origin, image)),
  }
}

/** Members that accounts and channels have alike. */
export function actorView(origin: Origin, row: ActorRow) {
  return {
    ...actorSummaryView(origin, row),
    hostRedundancyAllowed: row.redundancyAllowed,
    followingCount: row.followingCount,
    followersCount: row.followersCount,
    description: row.description,
    createdAt: isoDate(row.createdAt),
    updatedAt: isoDate(row.updatedAt),
  }
}

/** `Account` (spec 04 §1): `userId` only of local accounts that belong to a user. */
export function accountView(origin: Origin, row: AccountRow) {
  return { ...actorView(origin, row), ...(row.userId === null ? {} : { userId: row.userId }) }
}

/** `VideoChannel` (spec 04 §1). */
export function channelView(origin: Origin, row: ChannelRow) {
  return {
    ...actorView(origin, row),
    support: row.support,
    isLocal: row.host === null,
    banners: row.banners.map((image) => actorImageView(origin, image)),
    ownerAccount: accountView(origin, row.ownerAccount),
  }
}

/** `Actor` as in follows (spec 04 §1). */
export function bareActorView(origin: Origin, row: BareActorRow) {
  return {
    id: row.id,
    url: row.url,
    name: row.name,
    host: row.host ?? origin.host,
    avatars: row.avatars.map((image) => actorImageView(origin, image)),
    banners: row.banners.map((image) => actorImageView(origin, image)),
    hostRedundancyAllowed: row.redundancyAllowed,
    followingCount: row.followingCount,
    followersCount: row.followersCount,
    createdAt: isoDate(row.createdAt),
    updatedAt: isoDate(row.updatedAt),
  }
}
