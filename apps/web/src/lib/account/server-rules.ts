import { getConfig } from '@sepiola/api-client/endpoints/config.ts'
import { call } from '#lib/api/call.ts'

/** What the server says about accounts (spec 02 §6.1). */
export interface ServerRules {
  signup: {
    allowed: boolean
    allowedForCurrentIP: boolean
    requiresEmailVerification: boolean
    requiresApproval: boolean
    /** Years; 0 = none. */
    minimumAge: number
  }
  email: { enabled: boolean }
  contactForm: { enabled: boolean }
  fieldsConstraints: { users: { password: { minLength: number; maxLength: number } } }
  nsfwFlagsSettings: { enabled: boolean }
  import: { users: { enabled: boolean } }
  /** ms, bytes */
  export: { users: { enabled: boolean; exportExpiration: number; maxUserVideoQuota: number } }
  avatar: { file: { size: { max: number }; extensions: string[] } }
}

/** Today's rules; `ask` is the `fetch` of a load. */
export async function loadServerRules(ask?: typeof fetch): Promise<ServerRules> {
  return pickRules(await call(getConfig, ask ? { fetch: ask } : {}))
}

export function pickRules(config: ServerRules): ServerRules {
  const { signup, email, contactForm, fieldsConstraints, nsfwFlagsSettings, avatar } = config
  const archives = { import: { users: config.import.users }, export: { users: config.export.users } }
  return { signup, email, contactForm, fieldsConstraints, nsfwFlagsSettings, avatar, ...archives }
}
