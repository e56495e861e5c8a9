import {
  getVideosByIdCommentThreads,
  getVideosByIdCommentThreadsByThreadId,
} from '@sepiola/contract/operations/video-comments.ts'
import { implement } from '#foundation/http/implement.ts'
import { getThread, listThreads } from './read-threads.ts'
import { keepThreads } from './thread-cache.ts'

const passwordHeader = 'x-peertube-video-password'

export const readRoutes = [
  implement(getVideosByIdCommentThreads, ({ ctx, viewer, params, query, headers }) => {
    const password = headers[passwordHeader]
    const answer = () => listThreads(ctx, viewer, params.id, { ...query, password })
    // Guessed passwords must not fill the cache.
    return viewer || password !== undefined ? answer() : keepThreads(ctx, ['threads', params.id, query], answer)
  }),
  implement(getVideosByIdCommentThreadsByThreadId, ({ ctx, viewer, params, headers }) => {
    const { id, threadId } = params
    const password = headers[passwordHeader]
    const answer = () => getThread(ctx, viewer, id, { threadId, password })
    return viewer || password !== undefined ? answer() : keepThreads(ctx, ['thread', id, threadId], answer)
  }),
]
