// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './videos/add-video-playlist-video.ts'
export * from './videos/get-users-me-videos-imports.ts'
export * from './videos/get-video-playlist-videos.ts'
