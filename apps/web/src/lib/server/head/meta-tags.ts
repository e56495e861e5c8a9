/** Exactly as scrapers know it (spec 09 §7.2); empty values are left out. */
export function metaTag(attribute: 'property' | 'name', name: string, content: string | number | undefined): string {
  if (content === undefined || content === '') return ''
  return `<meta ${attribute}="${name}" content="${escapeAttribute(String(content))}" />`
}

export function linkTag(attributes: Record<string, string | undefined>): string {
  const text = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}="${escapeAttribute(value)}"`)
  return `<link ${text.join(' ')} />`
}

export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
