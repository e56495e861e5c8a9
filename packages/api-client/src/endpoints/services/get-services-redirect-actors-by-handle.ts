// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getServicesRedirectActorsByHandle = endpoint<'getServicesRedirectActorsByHandle'>(
  'GET',
  '/services/redirect/actors/{handle}',
  'raw',
)
