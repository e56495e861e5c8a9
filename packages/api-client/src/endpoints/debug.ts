// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './debug/get-debug.ts'
export * from './debug/run-debug-command.ts'
