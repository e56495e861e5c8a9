import type { CustomConfig } from '#lib/settings/setting-table.ts'
import type { Values } from '#lib/settings/custom-config.ts'

export const steps = ['name', 'people', 'ladder', 'mail', 'done'] as const
export type Step = (typeof steps)[number]

export const stepOf = (text: string | null): Step => steps.find((step) => step === text) ?? 'name'

export const policies = ['closed', 'approval', 'open'] as const
export type Policy = (typeof policies)[number]

export function policyOf({ signup }: Pick<CustomConfig, 'signup'>): Policy {
  if (!signup.enabled) return 'closed'
  return signup.requiresApproval ? 'approval' : 'open'
}

/** Verification says nothing while nobody signs up. */
export function signupValues(policy: Policy, verify: boolean): Values {
  if (policy === 'closed') return { 'signup.enabled': false }
  return {
    'signup.enabled': true,
    'signup.requiresApproval': policy === 'approval',
    'signup.requiresEmailVerification': verify,
  }
}

const heights = [144, 240, 360, 480, 720, 1080, 1440, 2160] as const

export const ladders = {
  small: [360, 720],
  usual: [240, 360, 480, 720, 1080],
  large: [...heights],
} satisfies Record<string, number[]>
export type Ladder = keyof typeof ladders | 'own'

type Resolutions = CustomConfig['transcoding']['resolutions']

export function chosenHeights(resolutions: Resolutions): number[] {
  return heights.filter((height) => resolutions[`${height}p`])
}

export function ladderName(resolutions: Resolutions): Ladder {
  const chosen = chosenHeights(resolutions).join()
  const found = Object.entries(ladders).find(([, wanted]) => wanted.join() === chosen)
  return (found?.[0] as Ladder | undefined) ?? 'own'
}

/** `own` leaves everything as it is. */
export function ladderValues(ladder: Ladder): Values {
  if (ladder === 'own') return {}
  const wanted: readonly number[] = ladders[ladder]
  return Object.fromEntries(heights.map((height) => [`transcoding.resolutions.${height}p`, wanted.includes(height)]))
}
