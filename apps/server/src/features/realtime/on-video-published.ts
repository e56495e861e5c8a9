import { VideoState } from '@sepiola/contract/enums.ts'
import { videoPublished } from '#features/videos/videos.events.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { pushVideoState } from './public.ts'

/** Whoever waits on the page of a video that is transcoded may watch it now. */
export const onVideoPublished = subscribe(videoPublished, 'realtime/on-video-published', (ctx, { videoId }) =>
  ctx.db.transaction().execute((tx) => pushVideoState(ctx, tx, videoId, VideoState.PUBLISHED)),
)
