import { escapeHtml } from '#foundation/escape-html.ts'
import type { MailBlock, MailFigures, MailText } from '../messages/mail-text.ts'
import { buttonHtml, escapeLines, figuresHtml, pageHtml, quoteHtml } from './mail-html.ts'

export interface MailParts {
  subject: string
  text: string
  html: string
}

export interface MailValues {
  [name: string]: string | null
}

/**
 * Fills a mail's texts: blocks that name a datum which is null are left out, everything is escaped in the HTML part.
 * `signature`: plain text below the HTML part; the mailer adds it to the text part. `values.url`: where the button leads.
 */
export function renderMail(
  text: MailText,
  { values, language, signature }: { values: MailValues; language: string; signature: string },
): MailParts {
  const blocks = text.blocks.filter((block) => isComplete(block, values))
  return {
    // A line break would begin another header.
    subject: fill(text.subject, values)
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim(),
    text: blocks.map((block) => textOf(block, values)).join('\n\n'),
    html: pageHtml({
      content: blocks.map((block) => htmlOf(block, values)).join('\n'),
      language,
      sender: values.instanceName ?? '',
      signature,
    }),
  }
}

const placeholder = /\{(\w+)\}/g

/** In one pass, so that a person's words with braces stay as they are. */
function fill(template: string, values: MailValues, write: (value: string) => string = String): string {
  return template.replaceAll(placeholder, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`A mail has no value for ${whole}`)
    return write(value ?? '')
  })
}

function templateOf(block: Exclude<MailBlock, MailFigures>): string {
  if (typeof block === 'string') return block
  return 'quote' in block ? block.quote : `${block.button}{url}`
}

function isComplete(block: MailBlock, values: MailValues): boolean {
  if (typeof block === 'object' && 'rows' in block) return rowsOf(block, values).length > 0
  return isFilled(templateOf(block), values)
}

function isFilled(template: string, values: MailValues): boolean {
  return [...template.matchAll(placeholder)].every(([, name]) => values[name!] !== null)
}

const rowsOf = ({ rows }: MailFigures, values: MailValues) => rows.filter(([, datum]) => isFilled(datum, values))

function textOf(block: MailBlock, values: MailValues): string {
  if (typeof block === 'string') return fill(block, values)
  if ('quote' in block) return fill(block.quote, values).replaceAll(/^/gm, '> ')
  if ('rows' in block) {
    const lines = rowsOf(block, values).map(([name, datum]) => name + block.colon + fill(datum, values))
    return [`(${block.columns.join(' / ')})`, ...lines].join('\n')
  }
  return `${block.button}\n${fill('{url}', values)}`
}

function htmlOf(block: MailBlock, values: MailValues): string {
  if (typeof block === 'string')
    return `<p style="margin:0 0 16px">${fill(unbroken(escapeHtml(block)), values, escapeLines)}</p>`
  if ('quote' in block) return quoteHtml(fill(block.quote, values, escapeLines))
  if ('rows' in block) {
    const rows = rowsOf(block, values).map(([name, datum]) => [name, ...fill(datum, values).split(' / ')])
    return figuresHtml(block.columns, rows)
  }
  return buttonHtml(block.button, values.url ?? '')
}

/** French signs stay on the line of the word before them. */
function unbroken(text: string): string {
  return text.replaceAll(/ (?=[;:!?»])/g, '\u00a0')
}
