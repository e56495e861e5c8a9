import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** Somebody signed up by himself, without approval. */
export const userRegistered = defineEvent(
  'user.registered',
  define(() => z.object({ userId: z.int(), accountId: z.int(), channelId: z.int() })),
)

/** A signup request waits for a moderator. */
export const registrationRequested = defineEvent(
  'registration.requested',
  define(() => z.object({ registrationId: z.int() })),
)

/** `userId`: of the new user when it was accepted, null when it was rejected. */
export const registrationProcessed = defineEvent(
  'registration.processed',
  define(() => z.object({ registrationId: z.int(), userId: z.int().nullable(), byUserId: z.int() })),
)
