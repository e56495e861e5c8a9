import { sql, type RawBuilder } from 'kysely'
import type { VideoRef } from './video-ref.ts'

/** Condition on the alias `v`: the video that a request names. */
export function isVideo(ref: VideoRef): RawBuilder<boolean> {
  return 'id' in ref ? sql`v."id" = ${ref.id}` : sql`v."uuid" = ${ref.uuid}`
}
