// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './homepage/get-custom-pages-homepage-instance.ts'
export * from './homepage/put-custom-pages-homepage-instance.ts'
