// What higher slices may use of the instance.
export { findInstanceActor } from './config/instance-facts.sql.ts'
export { instanceChanged, publicAbout, publicConfig, readPublicConfig } from './config/public-config.ts'
export { serverVersion } from './server-version.ts'
export { isSignupAddressAllowed, isSignupOpen } from './config/signup-gate.ts'
