// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './search/search-channels.ts'
export * from './search/search-playlists.ts'
export * from './search/search-videos.ts'
