import { getServicesOembed } from '@sepiola/contract/operations/services.ts'
import { getVideoDetails, readVideoRef } from '#features/videos/public.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import { implement } from '#foundation/http/implement.ts'
import { Problem, problem } from '#foundation/http/problem.ts'
import { oEmbedView } from './oembed.view.ts'

const watchPath = /^\/(?:videos\/watch|w)\/([^/;]+)$/

/** oEmbed of a watch page's address: 400 foreign or bad, 404 unknown, 403 not public, 501 XML (spec 03 §19). */
export const getOembed = implement(getServicesOembed, ({ ctx, query }) =>
  // It tells what anonymous viewers see, whoever asks.
  answerOnce(ctx, undefined, ['oembed', query], async () => {
    if (query.format === 'xml') throw problem(501, 'Only JSON is offered.')
    const asked = new URL(query.url)
    const id = asked.origin === ctx.origin.url ? watchPath.exec(asked.pathname)?.[1] : undefined
    const reference = id ? readVideoRef(id) : undefined
    if (!reference) throw problem(400, 'This is not the address of a video of this server.')
    const video = await getVideoDetails(ctx, undefined, reference, undefined).catch((error: unknown) => {
      const refused = error instanceof Problem && (error.status === 401 || error.status === 403)
      throw refused ? problem(403, 'The video is not public.') : error
    })
    return oEmbedView(ctx.origin.url, video, asked, query)
  }),
)
