import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** `type`: 1 manual, 2 automatic by the instance's policy, 3 automatic by a tag (spec 10 §3). */
const block = define(() => z.object({ videoId: z.int(), blockId: z.int(), type: z.int(), unfederated: z.boolean() }))

export const videoBlocked = defineEvent('video-block.created', block)

/** The row is gone. `unfederated`: other servers have to hear of the video as of a new one. */
export const videoUnblocked = defineEvent('video-block.deleted', block)
