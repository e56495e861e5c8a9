import type { FastifyInstance } from 'fastify'
import {
  addView,
  postVideosByIdWatching,
  putVideosByIdViews,
  putVideosByIdWatching,
} from '@sepiola/contract/operations/video.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem } from '#foundation/http/problem.ts'
import { recordView } from './record-view.ts'

export const viewOperations = [addView, putVideosByIdViews, putVideosByIdWatching, postVideosByIdWatching].map(
  (operation) =>
    implement(operation, async ({ ctx, viewer, params, body, request }) => {
      await recordView(ctx, viewer, params.id, body, request.ip)
    }),
)

/** Other verbs are refused by name here, unlike elsewhere (spec 01 §1). */
export function refuseOtherVerbs(app: FastifyInstance): void {
  for (const name of ['views', 'watching']) {
    app.route({
      method: ['GET', 'DELETE', 'PATCH'],
      url: `/api/v1/videos/:id/${name}`,
      handler: () => {
        throw plainProblem(405)
      },
    })
  }
}
