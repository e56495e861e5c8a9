// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './sepiola/get-custom-config-sources.ts'
export * from './sepiola/get-video-transcoding-progress.ts'
export * from './sepiola/list-my-channel-invitations.ts'
export * from './sepiola/send-test-mail.ts'
