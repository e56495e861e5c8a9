import type { ServerConfig } from '@sepiola/contract/schemas/server-config.ts'
import type { Context } from '#foundation/context.ts'
import type { Settings } from '#foundation/config/settings.ts'
import { SerializedJson } from '#foundation/http/implement.ts'
import { serverVersion } from '../server-version.ts'
import { findServerCommit } from './find-server-commit.ts'
import { findInstanceFacts } from './instance-facts.sql.ts'
import { aboutView } from './about.view.ts'
import type { ConfigInput } from './config-input.ts'
import { serverConfigView } from './server-config.view.ts'
import { isSignupAddressAllowed, isSignupOpen } from './signup-gate.ts'

/** ms that pictures, homepage and the number of users may be old; nothing of it is kept in test mode (spec 11). */
const timeToLive = 5000

interface Built {
  settings: Settings
  until: number
  about: SerializedJson
  /** Whether the caller's address may sign up is the only thing that differs between callers. */
  config: { allowed: SerializedJson; refused: SerializedJson }
}

const kept = new WeakMap<object, Promise<Built>>()
const commits = new WeakMap<object, Promise<string | undefined>>()

async function build(ctx: Context, now: number): Promise<Built> {
  const settings = ctx.settings.current
  const facts = await findInstanceFacts(ctx.db)
  let commit = commits.get(ctx.db)
  if (!commit) commits.set(ctx.db, (commit = findServerCommit()))
  const { requires_approval } = settings.signup
  const hook = requires_approval
    ? 'filter:api.user.request-signup.allowed.result'
    : 'filter:api.user.signup.allowed.result'
  const signup = await ctx.hooks.filter(
    hook,
    { allowed: isSignupOpen(settings.signup, facts.userCount) },
    { signupMode: requires_approval ? 'request-registration' : 'direct-registration' },
  )
  const input: Omit<ConfigInput, 'signupAllowedForCurrentIP'> = {
    settings,
    origin: ctx.origin,
    testMode: ctx.testMode,
    facts,
    signupAllowed: signup.allowed,
    emailEnabled: ctx.mail.enabled,
    serverVersion,
    serverCommit: await commit,
  }
  const config = (signupAllowedForCurrentIP: boolean) =>
    new SerializedJson(JSON.stringify(serverConfigView({ ...input, signupAllowedForCurrentIP })))
  return {
    settings,
    until: now + (ctx.testMode ? 0 : timeToLive),
    about: new SerializedJson(JSON.stringify(aboutView(input))),
    config: { allowed: config(true), refused: config(false) },
  }
}

/** Serialised once; anew when a setting changed, and every few seconds for what the database says. */
async function current(ctx: Context): Promise<Built> {
  const now = ctx.clock.now().getTime()
  const known = kept.get(ctx.db)
  if (known) {
    const built = await known
    if (built.settings === ctx.settings.current && now < built.until) return built
    // Somebody else may have begun meanwhile.
    const newer = kept.get(ctx.db)
    if (newer && newer !== known) return newer
  }
  const building = build(ctx, now)
  kept.set(ctx.db, building)
  building.catch(() => kept.delete(ctx.db))
  return building
}

const channel = 'instance_changed'

/** To be called once pictures or the homepage changed: every node tells the new ones from its next answer on. */
export async function instanceChanged(ctx: Context): Promise<void> {
  kept.delete(ctx.db)
  await ctx.notifier.notify(channel, '')
}

/** Hears of such changes on other nodes. */
export async function followInstance(ctx: Context): Promise<void> {
  const forget = () => void kept.delete(ctx.db)
  await ctx.notifier.listen(channel, forget, forget)
}

/** `GET /config` as the caller with this address sees it. */
export async function publicConfig(ctx: Context, ip: string): Promise<SerializedJson> {
  const { config, settings } = await current(ctx)
  return isSignupAddressAllowed(settings.signup.filters.cidr, ip) ? config.allowed : config.refused
}

/** `GET /config/about`. */
export async function publicAbout(ctx: Context): Promise<SerializedJson> {
  return (await current(ctx)).about
}

/** The same as an object, for a caller whose address may sign up. */
export async function readPublicConfig(ctx: Context): Promise<ServerConfig> {
  return JSON.parse((await current(ctx)).config.allowed.text.toString()) as ServerConfig
}
