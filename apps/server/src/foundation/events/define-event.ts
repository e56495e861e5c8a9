import type { z } from 'zod'
import type { Context } from '../context.ts'

export interface EventDefinition<P = unknown> {
  /** `video.created` */
  name: string
  payload: () => z.ZodType<P>
}

export function defineEvent<P>(name: string, payload: () => z.ZodType<P>): EventDefinition<P> {
  return { name, payload }
}

/** One job row per subscriber is written in the publisher's transaction (transactional outbox). */
export interface Subscription<P = unknown> {
  event: EventDefinition<P>
  /** `transcoding/on-video-created`: type of the job row. */
  name: string
  attempts?: number
  run(ctx: Context, payload: P, signal: AbortSignal): Promise<void>
}

export function subscribe<P>(
  event: EventDefinition<P>,
  name: string,
  run: Subscription<P>['run'],
  attempts = 5,
): Subscription<P> {
  return { event, name, run, attempts }
}
