// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postRunnersRegister = endpoint<'postRunnersRegister'>('POST', '/api/v1/runners/register', 'json', 'json')
