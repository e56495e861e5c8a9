import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ServerConfigCustom } from '@sepiola/contract/schemas/server-config-custom.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import { fieldsOf, sections } from './setting-table.ts'

const groups = Object.values(sections).flat()
const fields = groups.flatMap(fieldsOf)

function leavesOf(schema: any, prefix = ''): string[] {
  const inner = schema.def.type === 'optional' ? schema.def.innerType : schema
  if (inner.def.type !== 'object') return [prefix]
  return Object.entries(inner.shape).flatMap(([name, member]) => leavesOf(member, prefix ? `${prefix}.${name}` : name))
}

test('every setting of the API has one place', () => {
  const known = leavesOf(ServerConfigCustom()).filter((path) => path !== 'live.transcoding.resolutions.0p')
  assert.deepEqual(fields.map(([path]) => path).toSorted(), known.toSorted())
})

test('every setting, option and group has its words', async () => {
  const messages = (await loadMessages('en', 'settings')) as Record<string, unknown>
  const keys = [
    ...groups.flatMap(({ id }) => [`settings.group.${id}`, `settings.group.${id}.text`]),
    ...fields.flatMap(([path, field]) =>
      field.kind === 'resolution' ? [] : [`settings.${path}`, `settings.${path}.hint`],
    ),
    ...fields.flatMap(([path, field]) =>
      'options' in field ? field.options.map((option) => `settings.${path}.${option}`) : [],
    ),
  ]
  assert.deepEqual(
    keys.filter((key) => !messages[key]),
    [],
  )
})
