// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './player-settings/get-channel-player-settings.ts'
export * from './player-settings/get-video-player-settings.ts'
export * from './player-settings/update-channel-player-settings.ts'
export * from './player-settings/update-video-player-settings.ts'
