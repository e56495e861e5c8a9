import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** Name, description or avatar of a local account changed: followers are told. */
export const accountUpdated = defineEvent(
  'account.updated',
  define(() => z.object({ accountId: z.int() })),
)
