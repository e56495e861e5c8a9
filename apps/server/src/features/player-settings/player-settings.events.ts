import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** Somebody chose another player theme; exactly one of both is there. Followers are told of it (spec 07). */
export const playerSettingsChanged = defineEvent(
  'player-settings.changed',
  define(() => z.object({ videoId: z.number().int().optional(), channelId: z.number().int().optional() })),
)
