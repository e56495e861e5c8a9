import { builtInThemes } from '@sepiola/contract/enums.ts'

/** The server's theme as a user's choice. */
const instanceTheme = 'instance-default'

/** A theme that is no longer installed reads as the server's (spec 02 §1.2). */
export function effectiveUserTheme(theme: string): string {
  const installed = theme === 'default' || builtInThemes.some((name) => name === theme)
  return installed ? theme : instanceTheme
}
