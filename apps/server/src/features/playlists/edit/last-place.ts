import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import { findNextChannelPosition } from './edit.sql.ts'

/** Where a playlist comes in a channel; 404 when the channel went meanwhile. The owner must be locked. */
export async function requireLastPlace(tx: Tx, channelId: number): Promise<number> {
  const place = await findNextChannelPosition(tx, channelId)
  if (place === undefined) throw problem(404, 'Video channel not found')
  return place
}
