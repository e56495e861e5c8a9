import { z } from 'zod'
import { object } from '../lenient.ts'
import { define, type Infer } from '../operation.ts'

export const VideoTranscription = define(() =>
  object({
    /** `none`: none is known; finished ones are forgotten after some days. */
    state: z.enum(['none', 'waiting', 'running', 'done', 'failed']),
    /** Percent. */
    progress: z.int().min(0).max(100),
    /** Why it failed; while it waits, why the first try failed. */
    error: z.string().optional(),
    finishedAt: z.iso.datetime().optional(),
  }),
)
export type VideoTranscription = Infer<typeof VideoTranscription>
