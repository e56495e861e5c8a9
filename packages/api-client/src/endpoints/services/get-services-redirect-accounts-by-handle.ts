// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getServicesRedirectAccountsByHandle = endpoint<'getServicesRedirectAccountsByHandle'>(
  'GET',
  '/services/redirect/accounts/{handle}',
  'raw',
)
