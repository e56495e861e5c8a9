import type { Tag } from '#foundation/xml/build-xml.ts'

const xmlName = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/

/** Deeper elements are none of a plugin that works. */
const deepest = 10

/** What a plugin gave as tags (spec 08 §9.4), without those that would make the feed unreadable. */
export function readCustomTags(given: unknown, depth = 0): Tag[] {
  if (!Array.isArray(given) || depth > deepest) return []
  return given.flatMap((tag: unknown) => {
    if (!isRecord(tag) || typeof tag['name'] !== 'string' || !xmlName.test(tag['name'])) return []
    const { name, attributes, value } = tag
    return [
      {
        name,
        attributes: isRecord(attributes) ? readAttributes(attributes) : {},
        value: Array.isArray(value) ? readCustomTags(value, depth + 1) : isScalar(value) ? String(value) : undefined,
      },
    ]
  })
}

/** Further namespaces of a plugin as attributes of the root: `{ name: 'biz', value: 'https://…' }` → `xmlns:biz`. */
export function readCustomNamespaces(given: unknown): Record<string, string> {
  if (!Array.isArray(given)) return {}
  const named = given.filter(
    (entry): entry is { name: string; value: string } =>
      isRecord(entry) && typeof entry['name'] === 'string' && typeof entry['value'] === 'string',
  )
  return Object.fromEntries(
    named
      .filter(({ name }) => /^[A-Za-z_][\w.-]*$/.test(name) && !/^xml/i.test(name))
      .map(({ name, value }) => [`xmlns:${name}`, value]),
  )
}

function readAttributes(given: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name, value]) => xmlName.test(name) && isScalar(value))
      .map(([name, value]) => [name, String(value)]),
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
