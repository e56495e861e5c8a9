// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putCustomPagesHomepageInstance = endpoint<'putCustomPagesHomepageInstance'>(
  'PUT',
  '/api/v1/custom-pages/homepage/instance',
  'nothing',
  'json',
)
