// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './live-videos/add-live.ts'
export * from './live-videos/get-live-id.ts'
export * from './live-videos/get-videos-by-id-live-session.ts'
export * from './live-videos/get-videos-live-by-id-sessions.ts'
export * from './live-videos/update-live-id.ts'
