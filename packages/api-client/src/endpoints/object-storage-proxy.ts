// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './object-storage-proxy/get-object-storage-proxy-streaming-playlists-hls-private-by-video-uuidby-filename.ts'
export * from './object-storage-proxy/get-object-storage-proxy-web-videos-private-by-filename.ts'
