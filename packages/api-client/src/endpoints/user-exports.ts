// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './user-exports/delete-user-export.ts'
export * from './user-exports/get-download-user-exports-by-filename.ts'
export * from './user-exports/list-user-exports.ts'
export * from './user-exports/request-user-export.ts'
