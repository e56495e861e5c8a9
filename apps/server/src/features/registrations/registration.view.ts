import { registrationStateLabels, type RegistrationState } from '@sepiola/contract/enums.ts'
import type { RegistrationRow } from './registration.sql.ts'

/** `UserRegistration` (spec 02 §3). */
export function registrationView({
  password: _password,
  userId,
  state,
  createdAt,
  updatedAt,
  ...same
}: RegistrationRow) {
  return {
    ...same,
    state: { id: state, label: registrationStateLabels[state as RegistrationState] },
    user: userId === null ? null : { id: userId },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
