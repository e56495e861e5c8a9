import { escapeHtml } from '#foundation/escape-html.ts'

/**
 * The look of mails. Styles are inline, as mail programs want them; the sheet in the head is for those that know dark
 * mode, whose rules must outdo the inline ones.
 */
const dark: Readonly<Record<string, string>> = {
  page: 'background:#100d17;color:#cfc8de',
  card: 'background:#181421;border-color:#352e45',
  sender: 'color:#f6f3fc',
  quote: 'background:#211c2d;border-color:#b79dff;color:#cfc8de',
  button: 'background:#b79dff;color:#1a1030',
  quiet: 'color:#a097b3',
  cell: 'border-color:#352e45',
}

const darkRules = Object.entries(dark).map(([name, style]) => {
  const important = style.split(';').map((rule) => `${rule}!important`)
  return `.${name}{${important.join(';')}}`
})

const fonts = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"

/** A whole document. `content`: HTML; `sender` and `signature`: plain text. */
export function pageHtml({
  content,
  language,
  sender,
  signature,
}: {
  content: string
  language: string
  sender: string
  signature: string
}): string {
  const end = signature
    ? `<p class="quiet" style="margin:16px 8px 0;color:#665e76;font-size:14px">${escapeLines(signature)}</p>\n`
    : ''
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(sender)}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${darkRules.join('')}}</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#f1eff6;color:#3a3347;font:16px/1.5 ${fonts};overflow-wrap:anywhere">
<div style="max-width:600px;margin:0 auto">
<p class="sender" style="margin:0 8px 12px;color:#17121f;font-size:18px;font-weight:600">${escapeHtml(sender)}</p>
<div class="card" style="padding:24px 24px 8px;background:#ffffff;border:1px solid #dcd7e8;border-radius:12px">
${content}
</div>
${end}</div>
</body>
</html>
`
}

/** `words`: HTML. */
export function quoteHtml(words: string): string {
  const style =
    'margin:0 0 16px;padding:12px 16px;background:#f1eff6;border-left:4px solid #5a35c8;border-radius:4px;color:#3a3347'
  return `<blockquote class="quote" style="${style}">${words}</blockquote>`
}

/** The address is told below, for who cannot press the button. */
export function buttonHtml(text: string, url: string): string {
  const style =
    'display:inline-block;padding:12px 20px;border-radius:8px;background:#5a35c8;color:#ffffff;font-weight:600;text-decoration:none'
  const address = escapeHtml(url)
  return `<p style="margin:24px 0 12px"><a class="button" href="${address}" style="${style}">${escapeHtml(text)}</a></p>
<p class="quiet" style="margin:0 0 16px;color:#665e76;font-size:13px;word-break:break-all">${address}</p>`
}

/** Rows of a name and figures, below the names of the columns; plain text. */
export function figuresHtml(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = 'padding:6px 0 6px 12px;border-top:1px solid #dcd7e8;text-align:right'
  const name = 'padding:6px 0;border-top:1px solid #dcd7e8;text-align:left;font-weight:400'
  const heads = columns.map(
    (column) =>
      `<th class="quiet" scope="col" style="${cell};border-top:0;color:#665e76;font-weight:400">${escapeHtml(column)}</th>`,
  )
  const lines = rows.map(([label = '', ...figures]) => {
    const cells = figures.map((figure) => `<td class="cell" style="${cell}">${escapeHtml(figure)}</td>`)
    return `<tr><th class="cell" scope="row" style="${name}">${escapeHtml(label)}</th>${cells.join('')}</tr>`
  })
  return `<table style="width:100%;margin:0 0 16px;border-collapse:collapse;font-size:15px;font-variant-numeric:tabular-nums">
<tr><td></td>${heads.join('')}</tr>
${lines.join('\n')}
</table>`
}

export function escapeLines(text: string): string {
  return escapeHtml(text).replaceAll(/\r\n|\r|\n/g, '<br>')
}
