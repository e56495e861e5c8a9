import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** The server has made a caption of what is said in a video (spec 06 part C); its owner is told. */
export const captionGenerated = defineEvent(
  'caption.generated',
  define(() => z.object({ videoId: z.number().int(), captionId: z.number().int() })),
)
