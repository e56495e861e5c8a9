// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAbout = endpoint<'getAbout'>('GET', '/api/v1/config/about', 'json')
