import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/**
 * A transfer of a video or of a channel (the other is null); spec 10 §8, types 26 to 31. `channelId`: that of the video
 * before the transfer, or the channel itself. `ownerAccountId`: who owned it then, and signs the Update.
 */
const transfer = define(() =>
  z.object({
    ownershipId: z.int(),
    kind: z.enum(['video', 'channel']),
    videoId: z.int().nullable(),
    channelId: z.int(),
    ownerAccountId: z.int(),
    initiatorAccountId: z.int(),
    nextOwnerAccountId: z.int(),
  }),
)

export const ownershipRequested = defineEvent('ownership.requested', transfer)
export const ownershipAccepted = defineEvent('ownership.accepted', transfer)
export const ownershipRefused = defineEvent('ownership.refused', transfer)
