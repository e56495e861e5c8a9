import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { FileRedundancyInformation } from './video-files.ts'

export const VideoRedundancy = define(() =>
  z.strictObject({
    id: z.int(),
    name: z.string(),
    url: z.string(),
    uuid: z.string(),
    redundancies: z.strictObject({
      streamingPlaylists: z.array(FileRedundancyInformation()),
    }),
  }),
)
export type VideoRedundancy = Infer<typeof VideoRedundancy>
