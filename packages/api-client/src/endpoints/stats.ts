// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './stats/get-instance-stats.ts'
export * from './stats/post-metrics-playback.ts'
