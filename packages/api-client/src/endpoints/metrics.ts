// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './metrics/get9091-metrics.ts'
