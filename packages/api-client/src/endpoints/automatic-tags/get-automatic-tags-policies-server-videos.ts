// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAutomaticTagsPoliciesServerVideos = endpoint<'getAutomaticTagsPoliciesServerVideos'>(
  'GET',
  '/api/v1/automatic-tags/policies/server/videos',
  'json',
)
