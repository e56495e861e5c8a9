// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './static/get-static-uploads-images-by-filename.ts'
