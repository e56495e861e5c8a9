import type { Follow } from '@sepiola/contract/schemas/actors.ts'
import { bareActorView } from '#features/accounts/public.ts'
import type { Origin } from '#foundation/origin.ts'
import type { FollowRow } from './followers.sql.ts'

/** `ActorFollow` (spec 04 §1). */
export function followView(origin: Origin, row: FollowRow): Follow {
  return {
    id: row.id,
    follower: bareActorView(origin, row.follower),
    following: bareActorView(origin, row.following),
    score: row.score,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
