import { z } from 'zod'
import { boolean, id } from '@sepiola/contract/lenient.ts'
import { videoAttributes, videoName } from '@sepiola/contract/fields.ts'
import { define, type Infer } from '@sepiola/contract/operation.ts'

/** What the bodies of both upload ways have in common (spec 03 §3.1). */
export const uploadAttributes = define(() =>
  z.object({
    ...videoAttributes(),
    name: videoName(),
    channelId: id(),
    generateTranscription: boolean().optional(),
  }),
)

export type UploadAttributes = Infer<typeof uploadAttributes>
