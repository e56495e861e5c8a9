// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-embed-privacy/get-video-embed-privacy.ts'
export * from './video-embed-privacy/is-video-embed-on-domain-allowed.ts'
export * from './video-embed-privacy/update-video-embed-privacy.ts'
