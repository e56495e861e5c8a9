// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideosByIdStudioEdit = endpoint<'postVideosByIdStudioEdit'>(
  'POST',
  '/api/v1/videos/{id}/studio/edit',
  'nothing',
  'form-or-json',
)
