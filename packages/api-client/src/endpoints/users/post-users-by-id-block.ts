// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersByIdBlock = endpoint<'postUsersByIdBlock'>('POST', '/api/v1/users/{id}/block', 'nothing', 'json')
