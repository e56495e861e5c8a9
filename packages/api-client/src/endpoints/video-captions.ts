// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './video-captions/add-video-caption.ts'
export * from './video-captions/del-video-caption.ts'
export * from './video-captions/generate-video-caption.ts'
export * from './video-captions/get-video-captions.ts'
