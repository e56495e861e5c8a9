// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-download/get-download-original-video-files-by-filename.ts'
export * from './video-download/get-download-streaming-playlists-hls-videos-by-id-by-resolution-fragmented-by-extension.ts'
export * from './video-download/get-download-torrents-by-filename.ts'
export * from './video-download/get-download-videos-generate-by-video-id-or-uuid.ts'
export * from './video-download/get-download-web-videos-by-id-by-resolution-by-extension.ts'
