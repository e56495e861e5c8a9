import { videoPasswordHeader } from '../fields.ts'
import { arrayOf, distinct, integer, object, text, videoReference } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { VideoChapters } from '../schemas/video-extras.ts'

export const getVideoChapters = operation({
  id: 'getVideoChapters',
  method: 'GET',
  path: '/api/v1/videos/{id}/chapters',
  tag: 'Video Chapters',
  summary: 'Chapter markers of a video',
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  headers: () => object({ ...videoPasswordHeader() }),
  success: 200,
  response: VideoChapters,
  in70: true,
})

export const replaceVideoChapters = operation({
  id: 'replaceVideoChapters',
  method: 'PUT',
  path: '/api/v1/videos/{id}/chapters',
  tag: 'Video Chapters',
  summary: 'Overwrite chapter markers',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  body: () =>
    object({
      chapters: distinct(
        arrayOf(object({ timecode: integer({ min: 0 }), title: text(limits.chapterTitle) })),
        (chapter) => chapter.timecode,
      ),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})
