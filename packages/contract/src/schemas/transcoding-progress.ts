import { z } from 'zod'
import { object } from '../lenient.ts'
import { define, type Infer } from '../operation.ts'

const labelled = define(() => object({ id: z.int(), label: z.string() }))

const RenditionProgress = define(() =>
  object({
    /** 0 = audio only. */
    resolution: labelled(),
    fps: z.int(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    /** Percent. */
    progress: z.int().min(0).max(100),
    error: z.string().optional(),
  }),
)

export const TranscodingProgress = define(() =>
  object({
    /** State of the video. */
    state: labelled(),
    /** Best resolution first. */
    renditions: z.array(RenditionProgress()),
    /** Something can be played now. */
    playable: z.boolean(),
    /** Why the transcoding failed. */
    error: z.string().optional(),
  }),
)
export type TranscodingProgress = Infer<typeof TranscodingProgress>
