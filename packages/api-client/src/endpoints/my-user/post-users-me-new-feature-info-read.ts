// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersMeNewFeatureInfoRead = endpoint<'postUsersMeNewFeatureInfoRead'>(
  'POST',
  '/api/v1/users/me/new-feature-info/read',
  'nothing',
  'json',
)
