import type { ActorSummary } from '../api/types.ts'

/** `name` for an actor of this server, else `name@host`. */
export function handleOf(actor: Pick<ActorSummary, 'name' | 'host'>, origin: string): string {
  return !actor.host || actor.host === hostOf(origin) ? actor.name : `${actor.name}@${actor.host}`
}

function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '')
}
