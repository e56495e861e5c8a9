import type { ServerConfig } from '@sepiola/contract/schemas/server-config.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// Control characters cannot stand in XML at all.
const escapeXml = (text: string) =>
  text.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[&<>"]/g, (character) => entities[character]!)

/** Characters of a short name, by the format. */
const longestName = 16

/** OpenSearch 1.1: browsers offer to search here. */
export function searchDescription({ instance }: Pick<ServerConfig, 'instance'>, origin: { url: string }): string {
  const icon = instance.logo.find((logo) => logo.type === 'favicon')
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(instance.name.slice(0, longestName).toWellFormed())}</ShortName>
  <Description>${escapeXml(instance.shortDescription || instance.name)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
${icon ? `  <Image>${escapeXml(icon.fileUrl)}</Image>\n` : ''}  <Url type="text/html" template="${escapeXml(origin.url)}/search?search={searchTerms}"/>
</OpenSearchDescription>
`
}
