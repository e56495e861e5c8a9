// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const addVideoCaption = endpoint<'addVideoCaption'>(
  'PUT',
  '/api/v1/videos/{id}/captions/{captionLanguage}',
  'nothing',
  'form',
)
export const delVideoCaption = endpoint<'delVideoCaption'>(
  'DELETE',
  '/api/v1/videos/{id}/captions/{captionLanguage}',
  'nothing',
)
export const generateVideoCaption = endpoint<'generateVideoCaption'>(
  'POST',
  '/api/v1/videos/{id}/captions/generate',
  'nothing',
  'json',
)
export const getVideoCaptions = endpoint<'getVideoCaptions'>('GET', '/api/v1/videos/{id}/captions', 'json')
