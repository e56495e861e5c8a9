// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const listRegistrations = endpoint<'listRegistrations'>('GET', '/api/v1/users/registrations', 'json')
