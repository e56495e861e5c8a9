// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postJobsPause = endpoint<'postJobsPause'>('POST', '/api/v1/jobs/pause', 'nothing')
