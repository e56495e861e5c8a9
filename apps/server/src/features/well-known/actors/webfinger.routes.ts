import {
  getServicesRedirectAccountsByHandle,
  getServicesRedirectActorsByHandle,
} from '@sepiola/contract/operations/services.ts'
import { getWellKnownHostMeta, getWellKnownWebfinger } from '@sepiola/contract/operations/well-known.ts'
import { findAccountByHandle, resolveHandle } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem, problem } from '#foundation/http/problem.ts'
import type { Origin } from '#foundation/origin.ts'
import { askWebfinger } from './ask-webfinger.ts'
import { findActorUrl } from './local-actor.sql.ts'
import { readResource } from './read-resource.ts'

/** The page that looks a URI of another server up here (spec 07 §1.1). */
const interactionTemplate = (origin: Origin) => `${origin.url}/remote-interaction?uri={uri}`

const webfingerRoute = implement(getWellKnownWebfinger, async ({ ctx, query }) => {
  const name = readResource(ctx.origin, query.resource)
  if (name === undefined) throw problem(400, 'The resource is no account of this server: acct:name@host is expected.')
  const url = await findActorUrl(ctx.db, name, null)
  if (url === undefined) throw problem(404, 'Actor not found')
  return {
    subject: query.resource,
    aliases: [url],
    links: [
      { rel: 'self', type: 'application/activity+json', href: url },
      { rel: 'http://ostatus.org/schema/1.0/subscribe', template: interactionTemplate(ctx.origin) },
    ],
  }
})

const hostMetaRoute = implement(getWellKnownHostMeta, ({ ctx, reply }) =>
  reply.type('application/xml; charset=utf-8').send(
    `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" type="application/xrd+xml" template="${ctx.origin.url}/.well-known/webfinger?resource={uri}"/>
</XRD>
`,
  ),
)

const accountRedirectRoute = implement(getServicesRedirectAccountsByHandle, async ({ ctx, params, reply }) => {
  const account = await findAccountByHandle(ctx, params.handle)
  if (!account) throw plainProblem(404)
  return reply.redirect(account.url, 302)
})

/** Actors of other servers that nobody here met yet. */
async function askHome(ctx: Context, { name, host }: { name: string; host: string | null }) {
  return host === null ? undefined : askWebfinger(ctx, name, host)
}

const actorRedirectRoute = implement(getServicesRedirectActorsByHandle, async ({ ctx, params, reply }) => {
  const handle = resolveHandle(ctx.origin, params.handle)
  const url = handle && ((await findActorUrl(ctx.db, handle.name, handle.host)) ?? (await askHome(ctx, handle)))
  if (url === undefined) throw plainProblem(404)
  return reply.redirect(url, 302)
})

export const webfingerRoutes = [webfingerRoute, hostMetaRoute, accountRedirectRoute, actorRedirectRoute]
