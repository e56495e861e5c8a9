// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteConfigInstanceLogoByLogoType = endpoint<'deleteConfigInstanceLogoByLogoType'>(
  'DELETE',
  '/api/v1/config/instance-logo/{logoType}',
  'nothing',
)
