// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './channels-sync/add-video-channel-sync.ts'
export * from './channels-sync/del-video-channel-sync.ts'
export * from './channels-sync/trigger-video-channel-sync.ts'
