/** Administrators' colours (`theme.customization`) mapped onto our tokens; only plain CSS values pass. */
const tokens: Record<string, string[]> = {
  primaryColor: ['--accent', '--focus'],
  onPrimaryColor: ['--on-accent'],
  foregroundColor: ['--text', '--text-strong'],
  backgroundColor: ['--surface-0'],
  backgroundSecondaryColor: ['--surface-1', '--surface-2'],
  inputBorderRadius: ['--radius-s'],
}

export function themeStyle(customization: Record<string, string | null> | undefined): string {
  const rules: string[] = []
  for (const [name, targets] of Object.entries(tokens)) {
    const value = customization?.[name]
    if (!value || !/^[#\w\s.,%()/-]+$/.test(value)) continue
    for (const target of targets) rules.push(`${target}:${value}`)
  }
  return rules.length ? `:root:root:root{${rules.join(';')}}` : ''
}
