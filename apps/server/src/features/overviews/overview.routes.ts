import { getOverviewsVideos } from '@sepiola/contract/operations/video.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import { implement } from '#foundation/http/implement.ts'
import { overviewPage } from './overview-page.ts'

export const overviewRoute = implement(getOverviewsVideos, ({ ctx, viewer, query }) =>
  answerOnce(ctx, viewer, ['overview', query.page], () => overviewPage(ctx, viewer, query.page)),
)
