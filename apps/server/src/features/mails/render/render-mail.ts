import type { MailBlock, MailText } from '../messages/mail-text.ts'

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
    html: page(
      blocks.map((block) => htmlOf(block, values)).join('\n'),
      language,
      signature ? `<hr style="border:0;border-top:1px solid #ddd">\n${paragraph(signature, 'color:#555')}\n` : '',
    ),
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

function templateOf(block: MailBlock): string {
  if (typeof block === 'string') return block
  return 'quote' in block ? block.quote : `${block.button}{url}`
}

function isComplete(block: MailBlock, values: MailValues): boolean {
  return [...templateOf(block).matchAll(placeholder)].every(([, name]) => values[name!] !== null)
}

function textOf(block: MailBlock, values: MailValues): string {
  if (typeof block === 'string') return fill(block, values)
  if ('quote' in block) return fill(block.quote, values).replaceAll(/^/gm, '> ')
  return `${block.button}\n${fill('{url}', values)}`
}

function htmlOf(block: MailBlock, values: MailValues): string {
  if (typeof block === 'string') return `<p>${fill(escapeHtml(block), values, escapeLines)}</p>`
  if ('quote' in block) {
    const style = 'margin:16px 0;padding:4px 16px;border-left:4px solid #ccc;color:#444'
    return `<blockquote style="${style}">${fill(block.quote, values, escapeLines)}</blockquote>`
  }
  const style =
    'display:inline-block;padding:10px 18px;border-radius:6px;background:#b8400e;color:#fff;text-decoration:none'
  const url = fill('{url}', values, escapeHtml)
  return `<p><a href="${url}" style="${style}">${escapeHtml(block.button)}</a></p>\n${paragraph(values.url ?? '', 'color:#555;font-size:13px;word-break:break-all')}`
}

function paragraph(text: string, style: string): string {
  return `<p style="${style}">${escapeLines(text)}</p>`
}

function escapeLines(text: string): string {
  return escapeHtml(text).replaceAll(/\r\n|\r|\n/g, '<br>')
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!)
}

function page(content: string, language: string, end: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0 auto;padding:24px;max-width:600px;font:16px/1.5 sans-serif;color:#222">
${content}
${end}</body>
</html>
`
}
