import { z } from 'zod'
import { ServerConfigCustom } from '@sepiola/contract/schemas/server-config-custom.ts'

/** `defaultNSFWPolicy` → `default_nsfw_policy`; names such as `480p` and `p2p` stay. */
export function toSettingName(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}

let known: ReadonlyMap<string, string> | undefined

/** Whether administrators may change the setting of this dotted name while the server runs (spec 02 §6.2). */
export function isEditable(key: string): boolean {
  return editablePath(key) !== undefined
}

/** The place in `ServerConfigCustom` of an editable setting: `signup.requires_approval` → `signup.requiresApproval`. */
export function editablePath(key: string): string | undefined {
  known ??= new Map(
    listLeaves(ServerConfigCustom()).map((path) => [path.split('.').map(toSettingName).join('.'), path]),
  )
  return known.get(key)
}

function listLeaves(schema: z.core.$ZodType, prefix = ''): string[] {
  const inner = schema instanceof z.ZodOptional ? schema.def.innerType : schema
  if (!(inner instanceof z.ZodObject)) return [prefix]
  return Object.entries(inner.shape as Record<string, z.core.$ZodType>).flatMap(([name, member]) =>
    listLeaves(member, prefix ? `${prefix}.${name}` : name),
  )
}
