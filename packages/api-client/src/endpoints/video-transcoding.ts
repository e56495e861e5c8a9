// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-transcoding/create-video-transcoding.ts'
export * from './video-transcoding/post-videos-by-id-studio-edit.ts'
