// What others may use of the settings of accounts.
export { endTwoFactor } from './two-factor/end-two-factor.ts'
