// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './sepiola/discard-job.ts'
export * from './sepiola/get-custom-config-sources.ts'
export * from './sepiola/get-jobs-summary.ts'
export * from './sepiola/get-video-transcoding-progress.ts'
export * from './sepiola/get-video-transcription.ts'
export * from './sepiola/list-my-channel-invitations.ts'
export * from './sepiola/retry-job.ts'
