// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAccountsByHandlePlaylists = endpoint<'getAccountsByHandlePlaylists'>(
  'GET',
  '/accounts/{handle}/playlists',
  'raw',
)
