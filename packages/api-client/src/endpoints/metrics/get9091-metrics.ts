// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const get9091Metrics = endpoint<'get9091Metrics'>('GET', ':9091/metrics', 'raw')
