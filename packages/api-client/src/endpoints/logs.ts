// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './logs/get-instance-audit-logs.ts'
export * from './logs/get-instance-logs.ts'
export * from './logs/send-client-log.ts'
