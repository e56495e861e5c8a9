// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosLocalViewerByLocalViewerId = endpoint<'getVideosLocalViewerByLocalViewerId'>(
  'GET',
  '/videos/local-viewer/{localViewerId}',
  'raw',
)
