import LinkifyIt from 'linkify-it'

const links = new LinkifyIt()

/** Whether the text has a link, with or without scheme, to another host than `ownHost` (with its port, if any). */
export function hasExternalLink(text: string, ownHost: string): boolean {
  return (links.match(text) ?? []).some(({ url, schema }) => {
    if (schema === 'mailto:' || !URL.canParse(url)) return false
    return new URL(url).host !== ownHost.toLowerCase()
  })
}
