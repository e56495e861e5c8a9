// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-feeds/get-syndicated-comments.ts'
export * from './video-feeds/get-syndicated-subscription-videos.ts'
export * from './video-feeds/get-syndicated-videos.ts'
export * from './video-feeds/get-videos-podcast-feed.ts'
