// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-stats/get-videos-by-id-stats-overall.ts'
export * from './video-stats/get-videos-by-id-stats-retention.ts'
export * from './video-stats/get-videos-by-id-stats-timeseries-by-metric.ts'
export * from './video-stats/get-videos-by-id-stats-user-agent.ts'
