import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** An import is over, well or not; one that somebody cancelled is not told of. */
export const videoImportFinished = defineEvent(
  'video-import.finished',
  define(() =>
    z.object({
      videoImportId: z.int(),
      /** Whose import it is. */
      userId: z.int(),
      /** null: the video was deleted. */
      videoId: z.int().nullable(),
      success: z.boolean(),
    }),
  ),
)
