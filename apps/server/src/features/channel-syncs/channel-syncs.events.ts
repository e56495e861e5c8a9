import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** Somebody wants a sync to run now; until it does it is in the state "waiting first run". */
export const channelSyncRequested = defineEvent(
  'channel-sync.requested',
  define(() => z.object({ channelSyncId: z.int(), channelId: z.int() })),
)
