import type { z } from 'zod'
import { fetchRemoteJson } from '#foundation/net/fetch-remote-json.ts'
import type { Context } from '#foundation/context.ts'

export interface ActionList<A> {
  name: string
  actions: (A & { createdAt: Date })[]
}

/**
 * What a list of another server says happened since `since`, oldest first and strictly newer. Throws a plain Error when
 * it cannot be had, or when anything in it is malformed.
 */
export async function fetchActions<A extends object>(
  ctx: Pick<Context, 'settings'>,
  url: string,
  since: Date | null,
  schema: z.ZodType<ActionList<A>>,
): Promise<ActionList<A>> {
  const asked = new URL(url)
  asked.searchParams.set('startDate', (since ?? new Date(0)).toISOString())
  const { name, actions } = schema.parse(await fetchRemoteJson(ctx, asked.href))
  const newer = actions.filter(({ createdAt }) => !since || createdAt > since)
  return { name, actions: newer.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()) }
}
