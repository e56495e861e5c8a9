// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './lazy-static/get-lazy-static-avatars-by-filename.ts'
export * from './lazy-static/get-lazy-static-banners-by-filename.ts'
export * from './lazy-static/get-lazy-static-previews-by-filename.ts'
export * from './lazy-static/get-lazy-static-storyboards-by-filename.ts'
export * from './lazy-static/get-lazy-static-thumbnails-by-filename.ts'
export * from './lazy-static/get-lazy-static-torrents-by-filename.ts'
export * from './lazy-static/get-lazy-static-video-captions-by-filename.ts'
