import MarkdownIt from 'markdown-it'
import { ElementType, parseDocument } from 'htmlparser2'

/** A part of an administrator's homepage: nothing of it is ever used as HTML, so that only known elements come out. */
export type HomeNode =
  | { kind: 'text'; text: string }
  | { kind: 'html'; tag: string; attributes: Record<string, string>; children: HomeNode[] }
  /** `peertube-…` of spec 09 §8; `data` are its `data-*` attributes. */
  | { kind: 'element'; name: HomeElement; data: Record<string, string>; children: HomeNode[]; found?: unknown }

const elements = [
  ...(['button', 'container', 'videos-list', 'video-embed', 'playlist-embed', 'video-miniature'] as const),
  ...(['playlist-miniature', 'channel-miniature', 'instance-banner', 'instance-avatar'] as const),
] as const
export type HomeElement = (typeof elements)[number]

const tags = new Set([
  ...['a', 'abbr', 'b', 'blockquote', 'br', 'center', 'code', 'dd', 'del', 'details', 'div', 'dl', 'dt', 'em'],
  ...['figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol'],
  ...['p', 'pre', 'q', 's', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td'],
  ...['tfoot', 'th', 'thead', 'tr', 'u', 'ul'],
])
/** Their content is no text for people. */
const dropped = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript', 'title'])

const markdown = new MarkdownIt({ html: true, breaks: true, linkify: true })

/** Markdown with HTML (spec 09 §8) as a tree of what may be shown. */
export function readHome(content: string): HomeNode[] {
  return read(parseDocument(markdown.render(content)).childNodes)
}

type ParsedNode = ReturnType<typeof parseDocument>['childNodes'][number]

function read(nodes: readonly ParsedNode[]): HomeNode[] {
  return nodes.flatMap((node): HomeNode[] => {
    if (node.type === ElementType.Text) return [{ kind: 'text', text: node.data }]
    if (node.type !== ElementType.Tag) return []
    const { name, attribs } = node
    const own = elements.find((element) => name === `peertube-${element}`)
    if (own) return [{ kind: 'element', name: own, data: dataOf(attribs), children: read(node.childNodes) }]
    if (dropped.has(name)) return []
    if (!tags.has(name)) return read(node.childNodes)
    return [{ kind: 'html', tag: name, attributes: safeAttributes(name, attribs), children: read(node.childNodes) }]
  })
}

function dataOf(attributes: Record<string, string>): Record<string, string> {
  const entries = Object.entries(attributes).filter(([name]) => name.startsWith('data-'))
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(5), value]))
}

/** A link of the web, of this site or to a mailbox. */
export function isSafeLink(url: string): boolean {
  return /^(https?:\/\/|\/(?![/\\])|#|mailto:)/i.test(url.trim())
}

const kept = new Set([
  'alt',
  'title',
  'width',
  'height',
  'align',
  'class',
  'id',
  'lang',
  'dir',
  'colspan',
  'rowspan',
  'start',
  'open',
])

function safeAttributes(tag: string, attributes: Record<string, string>): Record<string, string> {
  const safe = Object.fromEntries(Object.entries(attributes).filter(([name]) => kept.has(name)))
  const { href, src } = attributes
  if (tag === 'a' && href && isSafeLink(href)) {
    const leaves = /^https?:/i.test(href.trim())
    return { ...safe, href, ...(leaves ? { rel: 'noopener noreferrer', target: '_blank' } : {}) }
  }
  if (tag === 'img')
    return { ...safe, alt: safe['alt'] ?? '', loading: 'lazy', ...(src && isSafeLink(src) ? { src } : {}) }
  return safe
}
