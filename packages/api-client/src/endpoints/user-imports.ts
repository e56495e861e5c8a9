// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './user-imports/get-latest-user-import.ts'
export * from './user-imports/user-import-resumable-cancel.ts'
export * from './user-imports/user-import-resumable-init.ts'
export * from './user-imports/user-import-resumable.ts'
