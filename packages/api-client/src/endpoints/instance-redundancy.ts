// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './instance-redundancy/put-server-redundancy-by-host.ts'
