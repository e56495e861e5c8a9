// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-files/del-video-hls.ts'
export * from './video-files/del-video-web-videos.ts'
export * from './video-files/delete-videos-by-id-hls-by-video-file-id.ts'
export * from './video-files/delete-videos-by-id-web-videos-by-video-file-id.ts'
export * from './video-files/get-videos-by-id-metadata-by-video-file-id.ts'
