// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-rates/put-videos-by-id-rate.ts'
