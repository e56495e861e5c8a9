// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putServerRedundancyByHost = endpoint<'putServerRedundancyByHost'>(
  'PUT',
  '/api/v1/server/redundancy/{host}',
  'nothing',
  'json',
)
