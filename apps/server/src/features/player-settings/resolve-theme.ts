import { playerThemes, type PlayerTheme } from '@sepiola/contract/enums.ts'

/**
 * The theme in force: what is chosen for the video, else for its channel, else the instance's. What nobody knows (an
 * older or another server's theme) counts as not chosen. `chosen`: most particular first.
 */
export function resolveTheme(chosen: readonly (string | null)[], instanceTheme: PlayerTheme): PlayerTheme {
  for (const theme of chosen) {
    if (theme === 'instance-default') return instanceTheme
    const known = playerThemes.find((each) => each === theme)
    if (known) return known
  }
  return instanceTheme
}
