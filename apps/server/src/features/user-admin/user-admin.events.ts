import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** Another role, other quotas, flags, address or password. `byUserId` null: at the command line. */
export const userUpdated = defineEvent(
  'user.updated',
  define(() => z.object({ userId: z.int(), byUserId: z.int().nullable() })),
)

/** A ban began or ended. */
export const userBlockChanged = defineEvent(
  'user.block-changed',
  define(() => z.object({ userId: z.int(), blocked: z.boolean(), reason: z.string().nullable(), byUserId: z.int() })),
)

const actor = {
  actorId: z.int(),
  name: z.string(),
  url: z.string(),
}

/** A local account is gone with its channels: names and keys are in `actorReserved`, to sign the Deletes. */
export const accountDeleted = defineEvent(
  'account.deleted',
  define(() =>
    z.object({
      userId: z.int(),
      accountId: z.int(),
      ...actor,
      channels: z.array(z.object({ channelId: z.int(), ...actor })),
    }),
  ),
)
