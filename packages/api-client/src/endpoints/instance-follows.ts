// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './instance-follows/delete-server-followers-by-handle.ts'
export * from './instance-follows/delete-server-following-by-host-or-handle.ts'
export * from './instance-follows/get-server-followers.ts'
export * from './instance-follows/get-server-following.ts'
export * from './instance-follows/post-server-followers-by-handle-accept.ts'
export * from './instance-follows/post-server-followers-by-handle-reject.ts'
export * from './instance-follows/post-server-following.ts'
