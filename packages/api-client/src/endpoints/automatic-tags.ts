// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getAutomaticTagsAccountsByAccountNameAvailable =
  endpoint<'getAutomaticTagsAccountsByAccountNameAvailable'>(
    'GET',
    '/api/v1/automatic-tags/accounts/{accountName}/available',
    'json',
  )
export const getAutomaticTagsPoliciesAccountsByAccountNameComments =
  endpoint<'getAutomaticTagsPoliciesAccountsByAccountNameComments'>(
    'GET',
    '/api/v1/automatic-tags/policies/accounts/{accountName}/comments',
    'json',
  )
export const getAutomaticTagsPoliciesServerVideos = endpoint<'getAutomaticTagsPoliciesServerVideos'>(
  'GET',
  '/api/v1/automatic-tags/policies/server/videos',
  'json',
)
export const getAutomaticTagsServerAvailable = endpoint<'getAutomaticTagsServerAvailable'>(
  'GET',
  '/api/v1/automatic-tags/server/available',
  'json',
)
export const putAutomaticTagsPoliciesAccountsByAccountNameComments =
  endpoint<'putAutomaticTagsPoliciesAccountsByAccountNameComments'>(
    'PUT',
    '/api/v1/automatic-tags/policies/accounts/{accountName}/comments',
    'nothing',
    'json',
  )
export const putAutomaticTagsPoliciesServerVideos = endpoint<'putAutomaticTagsPoliciesServerVideos'>(
  'PUT',
  '/api/v1/automatic-tags/policies/server/videos',
  'nothing',
  'json',
)
