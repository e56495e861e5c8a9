// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getWPById = endpoint<'getWPById'>('GET', '/w/p/{id}', 'raw')
