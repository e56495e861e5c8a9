// What people may write with, wherever it is shown: pages, feeds. Names of rules are those of markdown-it.

/** Markdown of descriptions: emphasis, links and lists; no images, no HTML. All else of the preset `zero`. */
export const descriptionMarkdown = [
  'autolink',
  'emphasis',
  'entity',
  'escape',
  'link',
  'linkify',
  'list',
  'newline',
  'strikethrough',
]

/** Left out of the Markdown of comments, which may contain HTML too: other servers send them as such. */
export const withoutInComments = ['heading', 'lheading', 'image', 'table', 'hr']

/** Of that HTML, what is let through; of attributes only the addresses of links. */
export const commentTags = [
  'p',
  'br',
  'a',
  'strong',
  'b',
  'em',
  'i',
  'del',
  's',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
]

/** Attributes of links that people wrote. */
export const userLink = { rel: 'nofollow noopener noreferrer ugc', target: '_blank' }
