// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './my-history/delete-users-me-history-videos-by-video-id-or-uuid.ts'
export * from './my-history/get-users-me-history-videos.ts'
export * from './my-history/post-users-me-history-videos-remove.ts'
