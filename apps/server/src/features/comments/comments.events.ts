import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** A comment or reply, of this server or another. `heldForReview`: only its author and moderators see it yet. */
export const commentCreated = defineEvent(
  'comment.created',
  define(() => z.object({ commentId: z.int(), videoId: z.int(), heldForReview: z.boolean() })),
)

/** A comment that was held can be seen by everybody now. */
export const commentApproved = defineEvent(
  'comment.approved',
  define(() => z.object({ commentId: z.int(), videoId: z.int() })),
)

/** The row stays without text and author; `accountId` was the author's. `heldForReview`: nobody else ever saw it. */
export const commentDeleted = defineEvent(
  'comment.deleted',
  define(() =>
    z.object({
      commentId: z.int(),
      videoId: z.int(),
      url: z.string(),
      accountId: z.int().nullable(),
      heldForReview: z.boolean(),
    }),
  ),
)
