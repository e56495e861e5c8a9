import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

const ids = define(() => z.object({ channelId: z.int() }))

/** Nothing is told to other servers yet. */
export const channelCreated = defineEvent('channel.created', ids)

/** Name, texts, pictures or owner changed: followers are told. */
export const channelUpdated = defineEvent('channel.updated', ids)

/** A local channel is gone: name and keys are in `actorReserved`, to sign the Delete. */
export const channelDeleted = defineEvent(
  'channel.deleted',
  define(() =>
    z.object({ channelId: z.int(), actorId: z.int(), name: z.string(), url: z.string(), accountId: z.int() }),
  ),
)

const collaborator = define(() => z.object({ collaboratorId: z.int(), channelId: z.int(), accountId: z.int() }))

/** Somebody was invited to help with a channel, and accepted or declined (spec 10 §8, types 23 to 25). */
export const collaboratorInvited = defineEvent('channel.collaborator-invited', collaborator)
export const collaboratorAccepted = defineEvent('channel.collaborator-accepted', collaborator)
export const collaboratorRejected = defineEvent('channel.collaborator-rejected', collaborator)
