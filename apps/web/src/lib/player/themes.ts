import type { PlayerTheme } from '@sepiola/contract/enums.ts'

/** A look of the player by its name (spec 09 §10); undefined: no such look. */
export const readTheme = (name: string | null | undefined): PlayerTheme | undefined =>
  name === 'galaxy' || name === 'lucide' ? name : undefined
