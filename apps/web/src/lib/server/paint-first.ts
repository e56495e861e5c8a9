/** Reads a style sheet of the client by its address; undefined when there is none. */
export type ReadStyle = (path: string) => string | undefined

/**
 * Lets the first paint wait for the HTML only. The styles of what the page shows are put into it; SvelteKit links those
 * of everything that the page may load one day, which come with their parts. Script steps back behind pictures.
 */
export function paintFirst(html: string, read: ReadStyle): string {
  const end = html.indexOf('</head>')
  if (end < 0) return html
  const shown = new Set(html.slice(end).match(scope))
  const styles: string[] = []
  const head = html
    .slice(0, end)
    .replace(sheet, (link: string, path: string) => {
      const css = read(path)
      // Relative addresses would be those of the page.
      if (css === undefined || css.includes('url(')) return link
      const scopes = css.match(scope)
      if (scopes && !scopes.some((name) => shown.has(name))) return ''
      styles.push(css.trim())
      // Vite's loader takes a sheet that is linked for loaded, and `disabled` is not asked for.
      return link.replace('"stylesheet"', '"stylesheet" disabled')
    })
    .replaceAll(' rel="modulepreload"', ' rel="modulepreload" fetchpriority="low"')
  return `${head}<style>${styles.join('\n')}</style>\n  ${html.slice(end)}`
}

/** The class of a component: Svelte's. */
const scope = /\bsvelte-[a-z0-9]+/g
const sheet = /[ \t]*<link href="([^"]+\.css)" rel="stylesheet">\n?/g
