// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getWellKnownNodeinfo = endpoint<'getWellKnownNodeinfo'>('GET', '/.well-known/nodeinfo', 'json')
