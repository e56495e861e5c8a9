import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/** Descriptions: emphasis, links and lists; no images, no HTML. As the client shows them. */
const rules = [...['autolink', 'emphasis', 'entity', 'escape', 'link', 'linkify', 'list', 'newline', 'strikethrough']]
const descriptions = new MarkdownIt('zero', { html: false, breaks: true, linkify: true }).enable(rules)
/** Other servers write their comments in HTML, which is cleaned afterwards. */
const comments = new MarkdownIt('zero', { html: true, breaks: true, linkify: true }).enable([
  ...rules,
  ...['html_block', 'html_inline'],
])

/** Trusted HTML of a description. */
export function descriptionHtml(text: string): string {
  return descriptions.render(text).trim()
}

/** The text alone, without marks; paragraphs and lines become lines. */
export function plainText(text: string): string {
  const lines = descriptions
    .parse(text, {})
    .filter((token) => token.type === 'inline')
    .map((token) =>
      (token.children ?? []).map((child) => (child.type.endsWith('break') ? '\n' : child.content)).join(''),
    )
  return lines.join('\n').trim()
}

/** Trusted HTML of a comment, whoever wrote it. */
export function commentHtml(text: string): string {
  return sanitizeHtml(comments.render(text), {
    allowedTags: ['a', 'p', 'span', 'br', 'strong', 'em', 'b', 'i', 's', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre'],
    allowedAttributes: { a: ['href', 'rel', 'target'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener noreferrer ugc', target: '_blank' }),
    },
  }).trim()
}
