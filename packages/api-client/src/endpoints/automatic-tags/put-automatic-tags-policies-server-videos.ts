// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putAutomaticTagsPoliciesServerVideos = endpoint<'putAutomaticTagsPoliciesServerVideos'>(
  'PUT',
  '/api/v1/automatic-tags/policies/server/videos',
  'nothing',
  'json',
)
