// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getLicences = endpoint<'getLicences'>('GET', '/api/v1/videos/licences', 'json')
