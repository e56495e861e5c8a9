import { Parser } from 'htmlparser2'
import MarkdownIt from 'markdown-it'
import { commentTags, userLink, withoutInComments } from '@sepiola/contract/user-texts.ts'
import { linkTimes } from '../markdown.ts'

/** Comments of people of this server are Markdown, those of other servers HTML: both are read, little is let through. */
const markdown = new MarkdownIt({ html: true, breaks: true, linkify: true }).disable(withoutInComments)

const tags = new Set(commentTags)
const dropped = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'noscript',
  'title',
  'textarea',
  'svg',
  'math',
])
const mention = /(^|[\s(])@([a-z0-9_][\w.-]*[\w]|\w)(@[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?)?(?=$|[\s).,;:!?])/gi

/**
 * Trusted HTML of a comment: of tags only what a text needs, of attributes only web addresses. Mentions lead to the
 * account, times into `page`, with `data-seek` in seconds.
 */
export function renderComment(text: string, page: string): string {
  let html = ''
  let silent = 0
  const open: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (dropped.has(name)) silent++
      if (silent || !tags.has(name)) return
      if (name === 'br') html += '<br>'
      else {
        open.push(name)
        html += name === 'a' ? anchor(attributes['href']) : `<${name}>`
      }
    },
    ontext(part) {
      if (silent) return
      const written = escape(part)
      html += open.includes('a') || open.includes('code') ? written : linkTimes(linkMentions(written), page)
    },
    onclosetag(name) {
      if (dropped.has(name)) silent = Math.max(0, silent - 1)
      else if (!silent && open.at(-1) === name) html += `</${open.pop()}>`
    },
  })
  parser.end(markdown.render(text))
  return (
    html +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  )
}

function anchor(href = ''): string {
  const safe = /^https?:\/\//i.test(href) ? ` href="${escape(href)}"` : ''
  return `<a${safe} target="${userLink.target}" rel="${userLink.rel}">`
}

const linkMentions = (html: string): string =>
  html.replace(
    mention,
    (_whole, before: string, name: string, host = '') => `${before}<a href="/a/${name}${host}">@${name}${host}</a>`,
  )

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
