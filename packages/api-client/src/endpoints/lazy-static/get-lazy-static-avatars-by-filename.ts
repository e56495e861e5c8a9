// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getLazyStaticAvatarsByFilename = endpoint<'getLazyStaticAvatarsByFilename'>(
  'GET',
  '/lazy-static/avatars/{filename}',
  'raw',
)
