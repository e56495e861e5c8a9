import { isLocalNameTaken } from '#features/accounts/public.ts'
import { isUserTaken } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import { invalidParams, problem, type Problem } from '#foundation/http/problem.ts'
import { isRequestTaken } from '../registration.sql.ts'
import type { SignupMode } from './signup-gate.ts'

export interface SignupBody {
  username: string
  password: string
  email: string
  displayName?: string | null | undefined
  channel?: { name?: string | undefined; displayName?: string | undefined } | undefined
}

/** Checks in the order of spec 02 §1 and §3.1. Throws 409, 400; `url` is that of the request. */
export async function requireFreeNames(ctx: Context, body: SignupBody, mode: SignupMode, url: string): Promise<void> {
  const { username, email, channel } = body
  if (await isUserTaken(ctx.db, username, email)) throw userTaken()
  if (await isLocalNameTaken(ctx.db, username)) throw nameTaken(username)
  requireWholeChannel(channel, url)
  if (channel?.name === username) throw problem(400, 'Channel name cannot be the same as user username.')
  if (channel?.name !== undefined && (await isLocalNameTaken(ctx.db, channel.name))) throw nameTaken(channel.name)
  const names = channel?.name === undefined ? [username] : [username, channel.name]
  const pendingOnly = mode === 'direct-registration'
  if (await isRequestTaken(ctx.db, { names, email }, { pendingOnly })) throw requestTaken()
}

/** Name and display name come together or not at all. */
function requireWholeChannel(channel: SignupBody['channel'], url: string): void {
  if (!channel || (channel.name === undefined) === (channel.displayName === undefined)) return
  const path = channel.name === undefined ? 'channel.name' : 'channel.displayName'
  const msg = 'A channel needs a name and a display name.'
  throw invalidParams([{ type: 'field', value: undefined, msg, path, location: 'body' }], url)
}

export function userTaken(): Problem {
  return problem(409, 'User with this username or email already exists.')
}

export function requestTaken(): Problem {
  return problem(409, 'Registration with this username, channel name or email already exists.')
}

export function nameTaken(name: string): Problem {
  return problem(
    409,
    `Another actor (account/channel) with the name ${name} on this instance already exists or has already existed.`,
  )
}
