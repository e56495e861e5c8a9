// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPluginsTranslationsByLocaleJson = endpoint<'getPluginsTranslationsByLocaleJson'>(
  'GET',
  '/plugins/translations/{locale}.json',
  'json',
)
