import { XMLBuilder } from 'fast-xml-parser'

/** An element: text or further elements within. The form that plugins give custom tags in, too (spec 08 §9.4). */
export interface Tag {
  name: string
  attributes?: Readonly<Record<string, string | number | boolean | null | undefined>>
  value?: string | number | readonly Tag[] | null | undefined
}

type Node = Record<string, unknown>

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  processEntities: true,
})

/** A document in UTF-8, whatever the texts hold. Attributes that are null or undefined are left out. */
export function buildXml(root: Tag): string {
  const declaration = { '?xml': [{ '#text': '' }], ':@': { version: '1.0', encoding: 'UTF-8' } }
  return builder.build([declaration, toNode(root)])
}

function toNode({ name, attributes = {}, value }: Tag): Node {
  const children =
    typeof value === 'object'
      ? (value ?? []).map(toNode)
      : value === undefined
        ? []
        : [{ '#text': storable(String(value)) }]
  const given = Object.entries(attributes).filter(([, text]) => text !== undefined && text !== null)
  const texts = given.map(([key, text]) => [key, storable(String(text))] as const)
  return { [name]: children, ...(texts.length > 0 ? { ':@': Object.fromEntries(texts) } : {}) }
}

/** As a parser of XML 1.0 gives it back: every line end is one LF, characters that it cannot hold even escaped are out. */
export function storable(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}

/** The element, or nothing when there is nothing to say. */
export function optional(
  name: string,
  value: string | number | null | undefined,
  attributes?: Tag['attributes'],
): Tag[] {
  return value === null || value === undefined || value === ''
    ? []
    : [{ name, value, ...(attributes ? { attributes } : {}) }]
}
