// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersAutocomplete = endpoint<'getUsersAutocomplete'>('GET', '/api/v1/users/autocomplete', 'json')
