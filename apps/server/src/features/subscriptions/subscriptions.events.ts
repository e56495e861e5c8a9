import { z } from 'zod'
import { followStates } from '@sepiola/contract/enums.ts'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

const follow = () => ({
  /** ActivityPub id of the follow. */
  url: z.string(),
  followerActorId: z.number().int(),
  targetActorId: z.number().int(),
  /** The channel lives on another server, which must be told. */
  remote: z.boolean(),
})

/** A user follows a channel: at once (`accepted`), or as soon as the other server agrees (`pending`). */
export const subscriptionCreated = defineEvent(
  'subscription.created',
  define(() => z.object({ ...follow(), followId: z.number().int(), state: z.enum(followStates) })),
)

/** A user wants to follow a channel of another server that is not known here yet. */
export const subscriptionRequested = defineEvent(
  'subscription.requested',
  define(() =>
    z.object({ accountId: z.number().int(), actorId: z.number().int(), name: z.string(), host: z.string() }),
  ),
)

/** The row is gone; `state` is what it was. */
export const subscriptionDeleted = defineEvent(
  'subscription.deleted',
  define(() => z.object({ ...follow(), state: z.enum(followStates) })),
)
