import { PlaylistPrivacy } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { playlistUpdated } from '../playlists.events.ts'
import { giveChannelPlaylists, releaseFromChannel } from './edit.sql.ts'

/** To be called before a channel is deleted: its playlists survive, private and without a channel (spec 04 §3.3). */
export async function releaseChannelPlaylists(ctx: Context, tx: Tx, channelId: number): Promise<void> {
  for (const { id, previousPrivacy } of await releaseFromChannel(tx, channelId, ctx.clock.now())) {
    const privacy = PlaylistPrivacy.PRIVATE
    await ctx.events.publish(tx, playlistUpdated, { playlistId: id, privacy, previousPrivacy })
  }
}

/** A channel goes from one account to another: the playlists of the former owner in it follow (spec 04 §5). */
export async function transferChannelPlaylists(
  ctx: Context,
  tx: Tx,
  { channelId, from, to }: { channelId: number; from: number; to: number },
): Promise<void> {
  for (const { id, privacy } of await giveChannelPlaylists(tx, channelId, { from, to, now: ctx.clock.now() })) {
    await ctx.events.publish(tx, playlistUpdated, { playlistId: id, privacy, previousPrivacy: privacy })
  }
}
