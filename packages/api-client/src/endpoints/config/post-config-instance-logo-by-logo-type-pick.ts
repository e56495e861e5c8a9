// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postConfigInstanceLogoByLogoTypePick = endpoint<'postConfigInstanceLogoByLogoTypePick'>(
  'POST',
  '/api/v1/config/instance-logo/{logoType}/pick',
  'nothing',
  'form',
)
