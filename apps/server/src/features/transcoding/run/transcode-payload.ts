import { z } from 'zod'
import { define, type Infer } from '@sepiola/contract/operation.ts'

/** What the jobs API shows of a `video-transcoding` job (spec 05 §4); `renditions` and `part` are ours. */
export const transcodePayload = define(() =>
  z.object({
    type: z.enum([
      'optimize-to-web-video',
      'merge-audio-to-web-video',
      'new-resolution-to-web-video',
      'new-resolution-to-hls',
    ]),
    videoUUID: z.string(),
    isNewVideo: z.boolean(),
    canMoveVideoState: z.boolean(),
    transcodingPriority: z.enum(['required', 'optional']),
    /** Of the best rendition that this job makes. */
    resolution: z.int(),
    fps: z.int(),
    /** ISO; tells the run that the job belongs to. */
    transcodingRequestAt: z.string(),
    /** The uploaded file and other web videos that were not asked for go when all is done. */
    deleteWebVideoFiles: z.boolean(),
    /** Only these files are made. */
    only: z.enum(['hls', 'web-video']).optional(),
    part: z.int(),
    renditions: z.array(z.object({ name: z.string(), resolution: z.int(), fps: z.int() })),
    storyboard: z.boolean(),
  }),
)

export type TranscodePayload = Infer<typeof transcodePayload>
