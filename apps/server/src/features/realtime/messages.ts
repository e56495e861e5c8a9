import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Notification } from '@sepiola/contract/schemas/notifications.ts'

/** What is pushed to browsers and runners, from node to node (spec 10 §9). */
export type RealtimeMessage =
  | { to: 'user'; userId: number; notification: Notification }
  /** `state` absent: players have to load the live anew. */
  | { to: 'video'; videoId: number; state?: number }
  | { to: 'runners' }

/** All nodes listen here. */
export const realtimeChannel = 'sepiola_realtime'

/** Bytes of what PostgreSQL lets a notification carry. */
const longest = 7999

/** As text; a long one is compressed. Undefined when it is too long even so. */
export function encodeMessage(message: RealtimeMessage): string | undefined {
  const text = JSON.stringify(message)
  if (Buffer.byteLength(text) <= longest) return text
  const packed = deflateRawSync(text).toString('base64')
  return packed.length <= longest ? packed : undefined
}

export function decodeMessage(payload: string): RealtimeMessage {
  const text = payload.startsWith('{') ? payload : inflateRawSync(Buffer.from(payload, 'base64')).toString()
  return JSON.parse(text) as RealtimeMessage
}
