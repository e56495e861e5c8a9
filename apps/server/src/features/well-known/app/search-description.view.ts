import type { ServerConfig } from '@sepiola/contract/schemas/server-config.ts'
import type { Tag } from '#foundation/xml/build-xml.ts'

/** Characters of a short name, by the format. */
const longestName = 16

/** OpenSearch 1.1: browsers offer to search here. */
export function searchDescription({ instance }: Pick<ServerConfig, 'instance'>, origin: { url: string }): Tag {
  const icon = instance.logo.find((logo) => logo.type === 'favicon')
  const template = `${origin.url}/search?search={searchTerms}`
  return {
    name: 'OpenSearchDescription',
    attributes: { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    value: [
      { name: 'ShortName', value: instance.name.slice(0, longestName).toWellFormed() },
      { name: 'Description', value: instance.shortDescription || instance.name },
      { name: 'InputEncoding', value: 'UTF-8' },
      ...(icon ? [{ name: 'Image', value: icon.fileUrl }] : []),
      { name: 'Url', attributes: { type: 'text/html', template } },
    ],
  }
}
