// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './well-known/get-well-known-by-filename.ts'
export * from './well-known/get-well-known-change-password.ts'
export * from './well-known/get-well-known-dnt-policy-txt.ts'
export * from './well-known/get-well-known-dnt.ts'
export * from './well-known/get-well-known-host-meta.ts'
export * from './well-known/get-well-known-nodeinfo.ts'
export * from './well-known/get-well-known-security-txt.ts'
export * from './well-known/get-well-known-webfinger.ts'
