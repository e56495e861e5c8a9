import type { z } from 'zod'
import type { ServerConfig } from '@sepiola/contract/schemas/server-config.ts'
import type { Settings } from '#foundation/config/settings.ts'
import type { Origin } from '#foundation/origin.ts'
import type { InstanceFacts } from './instance-facts.sql.ts'

export type Config = z.input<ReturnType<typeof ServerConfig>>

/** What the public configuration is made of. */
export interface ConfigInput {
  settings: Settings
  origin: Origin
  testMode: boolean
  facts: InstanceFacts
  signupAllowed: boolean
  signupAllowedForCurrentIP: boolean
  emailEnabled: boolean
  serverVersion: string
  serverCommit: string | undefined
}
