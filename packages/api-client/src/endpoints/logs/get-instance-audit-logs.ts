// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getInstanceAuditLogs = endpoint<'getInstanceAuditLogs'>('GET', '/api/v1/server/audit-logs', 'json')
