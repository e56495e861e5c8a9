// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-blocks/add-video-block.ts'
export * from './video-blocks/del-video-block.ts'
export * from './video-blocks/get-video-blocks.ts'
export * from './video-blocks/update-video-block.ts'
