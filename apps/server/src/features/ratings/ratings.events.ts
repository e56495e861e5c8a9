import { z } from 'zod'
import { videoRates } from '@sepiola/contract/enums.ts'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

const rating = z.enum([...videoRates, 'none'])

/** An account votes differently. `url`, `previousUrl`: ActivityPub ids of the vote that is and the one that was. */
export const ratingChanged = defineEvent(
  'rating.changed',
  define(() =>
    z.object({
      videoId: z.number().int(),
      accountId: z.number().int(),
      /** The video's. */
      remote: z.boolean(),
      rating,
      previous: rating,
      url: z.string().nullable(),
      previousUrl: z.string().nullable(),
    }),
  ),
)
