import { z } from 'zod'
import { define, type Infer } from '@sepiola/contract/operation.ts'

/** What the jobs API shows of a `video-transcription` job (spec 06 part C). */
export const transcriptionPayload = define(() => z.object({ videoUUID: z.string() }))

export type TranscriptionPayload = Infer<typeof transcriptionPayload>
