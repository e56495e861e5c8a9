// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-chapters/get-video-chapters.ts'
export * from './video-chapters/replace-video-chapters.ts'
