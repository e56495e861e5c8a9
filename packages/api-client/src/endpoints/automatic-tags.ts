// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './automatic-tags/get-automatic-tags-accounts-by-account-name-available.ts'
export * from './automatic-tags/get-automatic-tags-policies-accounts-by-account-name-comments.ts'
export * from './automatic-tags/get-automatic-tags-policies-server-videos.ts'
export * from './automatic-tags/get-automatic-tags-server-available.ts'
export * from './automatic-tags/put-automatic-tags-policies-accounts-by-account-name-comments.ts'
export * from './automatic-tags/put-automatic-tags-policies-server-videos.ts'
