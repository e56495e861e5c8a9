// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteUsersMeHistoryVideosByVideoIdOrUUID = endpoint<'deleteUsersMeHistoryVideosByVideoIdOrUUID'>(
  'DELETE',
  '/api/v1/users/me/history/videos/{videoIdOrUUID}',
  'nothing',
)
