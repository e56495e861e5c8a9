// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-mirroring/del-mirrored-video.ts'
export * from './video-mirroring/get-mirrored-videos.ts'
export * from './video-mirroring/put-mirrored-video.ts'
