import { getNodeinfoByVersionJson } from '@sepiola/contract/operations/misc.ts'
import { getWellKnownNodeinfo } from '@sepiola/contract/operations/well-known.ts'
import { findInstanceActor, readPublicConfig } from '#features/instance/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { keepAnswer } from '../keep-answer.ts'
import { findUsage } from './nodeinfo.sql.ts'
import { nodeinfoView } from './nodeinfo.view.ts'

/** Seconds. */
const lifetime = 600

const schema = 'http://nodeinfo.diaspora.software/ns/schema/2.0'

/** Where the document lies, and who the instance is (spec 07 §1.3). */
const indexRoute = implement(getWellKnownNodeinfo, async ({ ctx, reply }) => {
  keepAnswer(ctx, reply, lifetime)
  return {
    links: [
      { rel: schema, href: `${ctx.origin.url}/nodeinfo/2.0.json` },
      { rel: 'https://www.w3.org/ns/activitystreams#Application', href: (await findInstanceActor(ctx.db)).url },
    ],
  }
})

const documentRoute = implement(getNodeinfoByVersionJson, async ({ ctx, params, reply }) => {
  if (params.version !== '2.0') throw problem(404, 'Only version 2.0 of this document exists.')
  const [config, usage] = await Promise.all([readPublicConfig(ctx), findUsage(ctx.db, ctx.clock.now())])
  const text = JSON.stringify(nodeinfoView(config, usage, ctx.settings.current.instance.short_description))
  return keepAnswer(ctx, reply, lifetime).type(`application/json; profile="${schema}#"`).send(text)
})

export const nodeinfoRoutes = [indexRoute, documentRoute]
