import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { commentTags, descriptionMarkdown, userLink, withoutInComments } from '@sepiola/contract/user-texts.ts'

const descriptions = new MarkdownIt('zero', { html: false, breaks: true, linkify: true }).enable(descriptionMarkdown)
const comments = new MarkdownIt({ html: true, breaks: true, linkify: true }).disable(withoutInComments)

/** Trusted HTML of a description. `origin` without trailing slash. */
export function descriptionHtml(text: string, origin: string): string {
  // Quotes of the text itself are escaped.
  const html = descriptions.render(text).trim()
  return html.replaceAll(/(?<= href=")[^"]*/g, (href) => wholeLink(href, origin))
}

/** A reader shows it elsewhere, where `/about` leads to nothing. */
const wholeLink = (href: string, origin: string) => (/^\/(?!\/)/.test(href) ? origin + href : href)

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
export function commentHtml(text: string, origin: string): string {
  return sanitizeHtml(comments.render(text), {
    allowedTags: commentTags,
    allowedAttributes: { a: ['href', 'rel', 'target'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    transformTags: {
      a: (tagName, { href, ...rest }) => ({
        tagName,
        attribs: { ...rest, ...(href !== undefined && { href: wholeLink(href, origin) }), ...userLink },
      }),
    },
  }).trim()
}
