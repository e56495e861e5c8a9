// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putAutomaticTagsPoliciesAccountsByAccountNameComments =
  endpoint<'putAutomaticTagsPoliciesAccountsByAccountNameComments'>(
    'PUT',
    '/api/v1/automatic-tags/policies/accounts/{accountName}/comments',
    'nothing',
    'json',
  )
