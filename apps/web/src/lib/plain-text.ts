/** Markdown as one line of plain text, at most `limit` characters. */
export function plainText(markdown: string | null | undefined, limit = 200): string {
  const text = (markdown ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_~`>#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length <= limit ? text : `${text.slice(0, limit - 3).trimEnd()}...`
}
