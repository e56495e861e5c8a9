// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const sendTestMail = endpoint<'sendTestMail'>('POST', '/api/v1/server/test-mail', 'json', 'json')
