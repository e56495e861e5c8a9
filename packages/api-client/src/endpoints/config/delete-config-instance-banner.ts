// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteConfigInstanceBanner = endpoint<'deleteConfigInstanceBanner'>(
  'DELETE',
  '/api/v1/config/instance-banner',
  'nothing',
)
