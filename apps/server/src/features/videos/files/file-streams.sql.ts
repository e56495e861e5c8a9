import { sql, type RawBuilder } from 'kysely'
import { STREAM_AUDIO, STREAM_VIDEO } from '@sepiola/media/resolutions.ts'

const has = (stream: number): RawBuilder<boolean> => sql`f."streams" & ${sql.lit(stream)} <> 0`

/** On the alias `f` (video file). */
export const hasVideo = has(STREAM_VIDEO)
export const hasAudio = has(STREAM_AUDIO)
