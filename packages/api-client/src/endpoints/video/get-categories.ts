// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getCategories = endpoint<'getCategories'>('GET', '/api/v1/videos/categories', 'json')
