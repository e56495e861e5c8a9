import MarkdownIt from 'markdown-it'
import { descriptionMarkdown, userLink } from '@sepiola/contract/user-texts.ts'
import { parseTime } from './video/time.ts'

const markdown = new MarkdownIt('zero', { html: false, breaks: true, linkify: true }).enable(descriptionMarkdown)

markdown.renderer.rules['link_open'] = (tokens, index, options, _env, renderer) => {
  for (const [name, value] of Object.entries(userLink)) tokens[index]?.attrSet(name, value)
  return renderer.renderToken(tokens, index, options)
}

const timecode = /(^|[\s(])((?:\d{1,2}:)?[0-5]?\d:[0-5]\d)(?=$|[\s).,;])/g

/** Trusted HTML of a description; times become links into `page`, a video's, with `data-seek` in seconds. */
export function renderMarkdown(text: string, page?: string): string {
  const html = markdown.render(text)
  if (page === undefined) return html
  return html
    .split(/(<a\b.*?<\/a>|<[^>]+>)/gs)
    .map((part) => (part.startsWith('<') ? part : linkTimes(part, page)))
    .join('')
}

/** Times of a text without tags become links into `page`, with `data-seek` in seconds. */
export function linkTimes(text: string, page: string): string {
  return text.replace(timecode, (_whole, before: string, time: string) => before + seekLink(page, time))
}

function seekLink(page: string, time: string): string {
  return `<a href="${page}?start=${parseTime(time)}" data-seek="${parseTime(time)}">${time}</a>`
}
