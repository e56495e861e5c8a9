/** Colours and sizes of `theme.customization`; null = ours. */
type Customization = Readonly<Record<string, string | null>>

/** Mapped onto our tokens, for the whole page. */
const tokens: Record<string, string[]> = {
  primaryColor: ['--accent', '--focus'],
  onPrimaryColor: ['--on-accent'],
  foregroundColor: ['--text', '--text-strong'],
  backgroundColor: ['--surface-0'],
  backgroundSecondaryColor: ['--surface-1', '--surface-2'],
  inputBorderRadius: ['--radius-s'],
}

/** Only plain CSS values pass. */
function readValue(customization: Customization, name: string): string | undefined {
  const value = customization[name]
  return value && /^[#\w\s.,%()/-]+$/.test(value) ? value : undefined
}

/** Rules for the administrators' colours, the header's and the menu's included; empty when there are none. */
export function themeStyle(customization: Customization | undefined): string {
  if (!customization) return ''
  const declarations: string[] = []
  for (const [name, targets] of Object.entries(tokens)) {
    const value = readValue(customization, name)
    if (value) for (const target of targets) declarations.push(`${target}:${value}`)
  }
  const page = declarations.length ? `:root:root:root{${declarations.join(';')}}` : ''
  return page + partStyle(customization, 'header') + partStyle(customization, 'menu') + menuShape(customization)
}

/**
 * A part of the page with its own colours has tokens of its own: what is not given is made of what is, so that its
 * fields and buttons stay readable.
 */
function partStyle(customization: Customization, part: 'header' | 'menu'): string {
  const givenBack = readValue(customization, `${part}BackgroundColor`)
  const givenText = readValue(customization, `${part}ForegroundColor`)
  if (!givenBack && !givenText) return ''
  const back = givenBack ?? 'var(--surface-0)'
  // Black or white, whichever is told from the background.
  const text = givenText ?? `oklch(from ${back} clamp(0.12, (0.64 - l) * 1000, 0.98) 0 0)`
  const mix = (share: number) => `color-mix(in oklab,${back},${text} ${share}%)`
  const own = {
    ...(givenBack
      ? {
          '--surface-0': back,
          '--surface-1': mix(4),
          '--surface-2': mix(10),
          '--surface-3': mix(18),
          '--line': mix(20),
          '--accent-soft': mix(16),
          '--accent': text,
          '--on-accent': back,
        }
      : {}),
    '--text': text,
    '--text-strong': text,
    '--text-faint': givenBack ? mix(82) : text,
    '--accent-strong': text,
    '--focus': text,
  }
  const rules = Object.entries(own).map(([name, value]) => `${name}:${value}`)
  if (givenBack) rules.push(`background:${back}`)
  return `:root [data-part=${part}]{${rules.join(';')};color:var(--text)}`
}

function menuShape(customization: Customization): string {
  const radius = readValue(customization, 'menuBorderRadius')
  return radius ? `:root [data-part=menu]{--radius-m:${radius}}` : ''
}
