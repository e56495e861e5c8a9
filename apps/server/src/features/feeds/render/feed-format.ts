import type { feedFormats } from '@sepiola/contract/enums.ts'
import Negotiator from 'negotiator'
import { problem } from '#foundation/http/problem.ts'

type FormatName = (typeof feedFormats)[number]

export type FeedFormat = 'rss' | 'atom' | 'json'

const formats: Record<FormatName, FeedFormat> = {
  xml: 'rss',
  rss: 'rss',
  rss2: 'rss',
  atom: 'atom',
  atom1: 'atom',
  json: 'json',
  json1: 'json',
}

const anyXml = ['application/xml', 'text/xml']

/** What an answer may be called, best first (spec 03 §20). */
export const rssTypes = ['application/rss+xml', ...anyXml]
const types: Record<FeedFormat, readonly string[]> = {
  rss: rssTypes,
  atom: ['application/atom+xml', ...anyXml],
  json: ['application/json', 'application/feed+json'],
}

/** Path and query of `/feeds/videos.xml?format=atom`: only `.xml` leaves the choice to the query. */
export function chooseFormat(ofPath: FormatName, ofQuery: FormatName | undefined): FeedFormat {
  return formats[ofPath === 'xml' ? (ofQuery ?? 'xml') : ofPath]
}

export function typesOf(format: FeedFormat, ofPath: FormatName): readonly string[] {
  return ofPath === 'xml' && format === 'rss' ? [...anyXml, 'application/rss+xml'] : types[format]
}

/** The one that the client likes best. Throws 406. */
export function chooseType(accept: string | undefined, offered: readonly string[]): string {
  const chosen = new Negotiator({ headers: { accept } }).mediaType([...offered])
  if (!chosen) throw problem(406, `This feed is offered as ${offered.join(', ')}.`)
  return chosen
}
