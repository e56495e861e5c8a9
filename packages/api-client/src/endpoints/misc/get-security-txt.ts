// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getSecurityTxt = endpoint<'getSecurityTxt'>('GET', '/security.txt', 'raw')
