import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { FileRedundancyInformation } from './videos.ts'

export const VideoRedundancy = define(() =>
  z.strictObject({
    id: z.int().optional(),
    name: z.string().optional(),
    url: z.string().optional(),
    uuid: z.string().optional(),
    redundancies: z
      .strictObject({
        streamingPlaylists: z.array(FileRedundancyInformation()).optional(),
      })
      .optional(),
  }),
)
export type VideoRedundancy = Infer<typeof VideoRedundancy>
