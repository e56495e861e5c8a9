/** Before the last one, in which all is done. */
export const signUpSteps = ['terms', 'account', 'channel'] as const
export const doneToo = [...signUpSteps, 'done'] as const
export type SignUpStep = (typeof signUpSteps)[number]

/** Names of its fields, each a path into what is filled in. */
const fields: Record<SignUpStep, readonly string[]> = {
  terms: ['agreed', 'registrationReason'],
  account: ['username', 'email', 'password', 'displayName'],
  channel: ['channel.displayName', 'channel.name'],
}

/** What is wrong by field. */
type Wrong = (name: string) => string | undefined

export const wrongIn = (step: SignUpStep, wrong: Wrong): boolean => fields[step].some((name) => wrong(name))

export const fieldsOf = (step: SignUpStep): readonly string[] => fields[step]

/** The first step where something is wrong. */
export const firstWrong = (wrong: Wrong): SignUpStep | undefined => signUpSteps.find((step) => wrongIn(step, wrong))

/** The step that the address asks for, but none is skipped: what was filled in does not survive a reload. */
export function stepOf(asked: string | null, wrong: Wrong): SignUpStep {
  if (!signUpSteps.some((step) => step === asked)) return signUpSteps[0]
  return signUpSteps.find((step) => step === asked || wrongIn(step, wrong)) ?? signUpSteps[0]
}
