import { z } from 'zod'
import { videoPasswordHeader } from '../fields.ts'
import { integer, arrayOf, distinct, text, videoReference } from '../lenient.ts'
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
  rateLimit: 'api',
  params: () => z.object({ id: videoReference() }),
  headers: () => z.object({ ...videoPasswordHeader() }),
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
  params: () => z.object({ id: videoReference() }),
  body: () =>
    z.object({
      chapters: distinct(
        arrayOf(z.object({ timecode: integer({ min: 0 }), title: text(limits.chapterTitle) })),
        (chapter) => chapter.timecode,
      ),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})
