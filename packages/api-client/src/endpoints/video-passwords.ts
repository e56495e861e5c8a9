// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-passwords/add-video-password.ts'
export * from './video-passwords/list-video-passwords.ts'
export * from './video-passwords/remove-video-password.ts'
export * from './video-passwords/update-video-password-list.ts'
