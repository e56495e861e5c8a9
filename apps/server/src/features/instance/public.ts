// What higher slices may use of the instance.
export { findInstanceActor } from './config/instance-facts.sql.ts'
export { instanceChanged, readPublicConfig } from './config/public-config.ts'
export { isSignupAddressAllowed, isSignupOpen } from './config/signup-gate.ts'
