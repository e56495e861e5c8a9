import { z } from 'zod'
import { ServerConfigCustom } from '@sepiola/contract/schemas/server-config-custom.ts'
import { toSettingName } from '#foundation/config/editable-settings.ts'
import type { Settings } from '#foundation/config/settings.ts'

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The editable settings under the names of the configuration files, of what a client sent. What is no member of
 * `ServerConfigCustom` is left out; values are as sent, wrong ones included (spec 02 §6.2).
 */
export function toSettingValues(body: Record<string, unknown>): Record<string, unknown> {
  return convert(ServerConfigCustom(), body) as Record<string, unknown>
}

function convert(schema: z.core.$ZodType, value: unknown): unknown {
  // Something else in the place of a group is kept, so that it is refused as such.
  if (!(schema instanceof z.ZodObject) || !isGroup(value)) return value
  const members = Object.entries(schema.shape as Record<string, z.core.$ZodType>)
  return Object.fromEntries(
    members
      .filter(([name]) => value[name] !== undefined)
      .map(([name, member]) => [toSettingName(name), convert(member, value[name])]),
  )
}

/** `ServerConfigCustom`: the editable settings as they are in force; a list that was never set is empty. */
export function customConfigView(settings: Settings): ServerConfigCustom {
  return pick(ServerConfigCustom(), settings) as ServerConfigCustom
}

function pick(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodArray) return value ?? []
  if (!(schema instanceof z.ZodObject)) return value
  const members = Object.entries(schema.shape as Record<string, z.core.$ZodType>)
  const group = value as Record<string, unknown>
  return Object.fromEntries(members.map(([name, member]) => [name, pick(member, group[toSettingName(name)])]))
}
