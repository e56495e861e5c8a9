import { builtInThemes } from '@sepiola/contract/enums.ts'

/** The server's theme as a user's choice. */
const instanceTheme = 'instance-default'

/** What a person may choose: that of the server, none, or an installed one. */
export function isUserTheme(theme: string): boolean {
  return theme === instanceTheme || theme === 'default' || builtInThemes.some((name) => name === theme)
}

/** A theme that is no longer installed reads as the server's (spec 02 §1.2). */
export function effectiveUserTheme(theme: string): string {
  return isUserTheme(theme) ? theme : instanceTheme
}
