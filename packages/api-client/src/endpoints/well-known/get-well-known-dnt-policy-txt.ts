// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getWellKnownDntPolicyTxt = endpoint<'getWellKnownDntPolicyTxt'>(
  'GET',
  '/.well-known/dnt-policy.txt',
  'raw',
)
