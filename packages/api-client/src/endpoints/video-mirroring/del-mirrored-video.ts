// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const delMirroredVideo = endpoint<'delMirroredVideo'>(
  'DELETE',
  '/api/v1/server/redundancy/videos/{redundancyId}',
  'nothing',
)
