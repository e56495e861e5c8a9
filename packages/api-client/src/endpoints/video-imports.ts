// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-imports/delete-videos-imports-by-id.ts'
export * from './video-imports/import-video.ts'
export * from './video-imports/post-videos-imports-by-id-cancel.ts'
export * from './video-imports/post-videos-imports-by-id-retry.ts'
