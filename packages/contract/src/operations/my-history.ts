import { dateTime, id, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { pagination, countableList } from '../pagination.ts'
import { Video } from '../schemas/videos.ts'

export const getUsersMeHistoryVideos = operation({
  id: 'getUsersMeHistoryVideos',
  method: 'GET',
  path: '/api/v1/users/me/history/videos',
  tag: 'My History',
  summary: "Caller's watch history",
  auth: 'user',
  rateLimit: 'api',
  query: () => object({ ...pagination(), search: text().optional() }),
  success: 200,
  response: countableList(Video),
  in70: true,
})

export const deleteUsersMeHistoryVideosByVideoIdOrUUID = operation({
  id: 'deleteUsersMeHistoryVideosByVideoIdOrUUID',
  method: 'DELETE',
  path: '/api/v1/users/me/history/videos/{videoIdOrUUID}',
  tag: 'My History',
  summary: 'Forget one watched video',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ videoIdOrUUID: id() }),
  success: 204,
  in70: true,
})

export const postUsersMeHistoryVideosRemove = operation({
  id: 'postUsersMeHistoryVideosRemove',
  method: 'POST',
  path: '/api/v1/users/me/history/videos/remove',
  tag: 'My History',
  summary: 'Wipe watch history',
  auth: 'user',
  rateLimit: 'api',
  body: () => object({ beforeDate: dateTime().optional() }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})
