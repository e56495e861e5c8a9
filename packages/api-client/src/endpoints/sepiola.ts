// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getCustomConfigSources = endpoint<'getCustomConfigSources'>('GET', '/api/v1/config/custom/sources', 'json')
export const getVideoTranscodingProgress = endpoint<'getVideoTranscodingProgress'>(
  'GET',
  '/api/v1/videos/{id}/transcoding-progress',
  'json',
)
export const sendTestMail = endpoint<'sendTestMail'>('POST', '/api/v1/server/test-mail', 'json', 'json')
