import { shareTime } from '#lib/video/time.ts'

export interface ShareOptions {
  /** Seconds; undefined = from the beginning, to the end. */
  start?: number | undefined
  stop?: number | undefined
  /** A language. */
  subtitle?: string | undefined
  autoplay?: boolean
  muted?: boolean
  loop?: boolean
  /** In the embed only; shown unless false. */
  title?: boolean
  controlBar?: boolean
  /** In a playlist only, from 1. */
  position?: number | undefined
}

/** The address with what was chosen (spec 09 §6), without what goes without saying. */
export function shareAddress(base: string, options: ShareOptions, embed: boolean): string {
  const { start, stop, subtitle, position } = options
  const query = new URLSearchParams()
  if (position !== undefined) query.set('playlistPosition', String(position))
  if (start) query.set('start', shareTime(start))
  if (stop) query.set('stop', shareTime(stop))
  if (subtitle) query.set('subtitle', subtitle)
  for (const name of ['autoplay', 'muted', 'loop'] as const) if (options[name]) query.set(name, '1')
  if (embed) for (const name of ['title', 'controlBar'] as const) if (options[name] === false) query.set(name, '0')
  const text = query.toString()
  return text ? `${base}?${text}` : base
}

/** HTML that shows an embed, 560 × 315 or as wide as its place. */
export function embedCode(address: string, name: string, responsive: boolean, ratio = 16 / 9): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const attributes =
    `title="${escaped(name)}" src="${escaped(address)}" allow="fullscreen" ` +
    `sandbox="allow-same-origin allow-scripts allow-popups allow-forms"`
  if (!responsive) return `<iframe width="560" height="315" ${attributes} style="border: 0px;"></iframe>`
  const height = `${(100 / ratio).toFixed(2)}%`
  return (
    `<div style="position: relative; padding-top: ${height};">` +
    `<iframe width="100%" height="100%" ${attributes} style="border: 0px; position: absolute; inset: 0px;"></iframe></div>`
  )
}
