// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getCustomPagesHomepageInstance = endpoint<'getCustomPagesHomepageInstance'>(
  'GET',
  '/api/v1/custom-pages/homepage/instance',
  'json',
)
