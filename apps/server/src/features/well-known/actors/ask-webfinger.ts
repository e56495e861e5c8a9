import { z } from 'zod'
import { fetchRemoteJson } from '#foundation/net/fetch-remote-json.ts'
import type { Context } from '#foundation/context.ts'

const answerSchema = z.object({
  links: z.array(z.object({ rel: z.string(), href: z.url({ protocol: /^https?$/ }).optional() })),
})

/** The URL of an actor of another server, as that server tells it (spec 07 §1.1); undefined when it does not. */
export async function askWebfinger(ctx: Context, name: string, host: string): Promise<string | undefined> {
  if (!ctx.settings.current.federation.enabled) return undefined
  const query = new URLSearchParams({ resource: `acct:${name}@${host}` })
  try {
    const url = `${ctx.testMode ? 'http' : 'https'}://${host}/.well-known/webfinger?${query.toString()}`
    const answer = answerSchema.parse(await fetchRemoteJson(ctx, url))
    return answer.links.find(({ rel }) => rel === 'self')?.href
  } catch (err) {
    ctx.log.debug({ err, host }, 'Another server does not know the actor.')
    return undefined
  }
}
