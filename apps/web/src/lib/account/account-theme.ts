import type { Theme } from '#lib/shell/theme-choice.svelte.ts'

/** Our appearances by the names that PeerTube's built-in themes have in an account. */
const names = {
  system: 'instance-default',
  light: 'peertube-core-light-beige',
  dark: 'peertube-core-dark-brown',
} as const satisfies Record<Theme, string>

export const toAccountTheme = (theme: Theme): string => names[theme]

export function fromAccountTheme(name: string): Theme {
  if (name === names.light) return 'light'
  return name === names.dark ? 'dark' : 'system'
}
