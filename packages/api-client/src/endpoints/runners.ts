// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './runners/delete-runners-by-runner-id.ts'
export * from './runners/get-runners.ts'
export * from './runners/post-runners-register.ts'
export * from './runners/post-runners-unregister.ts'
