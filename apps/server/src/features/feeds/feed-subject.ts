import {
  actorImagePath,
  findAccountByHandle,
  findAccountById,
  type AccountRow,
  type ActorSummaryRow,
  type ChannelRow,
} from '#features/accounts/public.ts'
import { findChannelByHandle } from '#features/channels/public.ts'
import { readPublicConfig } from '#features/instance/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Origin } from '#foundation/origin.ts'
import { findChannelById } from './feeds.sql.ts'
import type { Feed, FeedAuthor } from './render/feed.ts'

export interface ActorFilters {
  accountId?: number | undefined
  accountName?: string | undefined
  videoChannelId?: number | undefined
  videoChannelName?: string | undefined
}

export interface FeedSubject {
  account: AccountRow | undefined
  channel: ChannelRow | undefined
}

/** Whose feed is asked for; the number counts when a name is given too. Throws 404. */
export async function requireSubject(ctx: Context, filters: ActorFilters): Promise<FeedSubject> {
  const { accountId, accountName, videoChannelId, videoChannelName } = filters
  const [account, channel] = await Promise.all([
    accountId !== undefined
      ? findAccountById(ctx.db, accountId)
      : accountName !== undefined
        ? findAccountByHandle(ctx, accountName)
        : undefined,
    videoChannelId !== undefined
      ? findChannelById(ctx.db, videoChannelId)
      : videoChannelName !== undefined
        ? findChannelByHandle(ctx, videoChannelName)
        : undefined,
  ])
  if (!account && (accountId ?? accountName) !== undefined) throw problem(404, 'Account not found')
  if (!channel && (videoChannelId ?? videoChannelName) !== undefined) throw problem(404, 'Video channel not found')
  return { account, channel }
}

/** Readers and directories of podcasts show no SVG; Apple's wants 1400 to 3000 px. */
const ownCover = '/client/assets/images/cover.png'

type Header = Pick<Feed, 'title' | 'description' | 'homeUrl' | 'imageUrl'>

/** Title, text, address and picture of a channel, an account or, without them, the instance. */
export async function feedHeader(ctx: Context, { account, channel }: FeedSubject): Promise<Header> {
  const { origin } = ctx
  const { instance } = await readPublicConfig(ctx)
  const actor = channel ?? account
  const logo = instance.logo.find(({ type, fileUrl }) => type === 'header-square' && !fileUrl.endsWith('.svg'))
  const imageUrl = (actor && avatarUrl(origin, actor)) ?? logo?.fileUrl ?? `${origin.url}${ownCover}`
  if (!actor) {
    return { title: instance.name, description: instance.shortDescription, homeUrl: origin.url, imageUrl }
  }
  const homeUrl = channel ? channelUrl(origin, channel) : accountUrl(origin, actor)
  return { title: actor.displayName, description: actor.description ?? '', homeUrl, imageUrl }
}

/** The largest one. */
export function avatarUrl(origin: Origin, { avatars }: Pick<ActorSummaryRow, 'avatars'>): string | undefined {
  return avatars[0] && origin.url + actorImagePath(avatars[0])
}

type Named = Pick<ActorSummaryRow, 'name' | 'host'>

const handle = ({ name, host }: Named) => (host === null ? name : `${name}@${host}`)

export const accountUrl = (origin: Origin, account: Named) => `${origin.url}/a/${handle(account)}/video-channels`

export const channelUrl = (origin: Origin, channel: Named) => `${origin.url}/c/${handle(channel)}/videos`

export function authorOf(origin: Origin, actor: ActorSummaryRow, url: string): FeedAuthor {
  return { name: actor.displayName, url, avatarUrl: avatarUrl(origin, actor) }
}
