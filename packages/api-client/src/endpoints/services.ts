// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getServicesOembed = endpoint<'getServicesOembed'>('GET', '/services/oembed', 'json')
export const getServicesRedirectAccountsByHandle = endpoint<'getServicesRedirectAccountsByHandle'>(
  'GET',
  '/services/redirect/accounts/{handle}',
  'raw',
)
export const getServicesRedirectActorsByHandle = endpoint<'getServicesRedirectActorsByHandle'>(
  'GET',
  '/services/redirect/actors/{handle}',
  'raw',
)
