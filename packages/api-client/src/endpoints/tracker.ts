// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './tracker/get-tracker-announce.ts'
export * from './tracker/get-tracker-scrape.ts'
