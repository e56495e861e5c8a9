// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postConfigInstanceBannerPick = endpoint<'postConfigInstanceBannerPick'>(
  'POST',
  '/api/v1/config/instance-banner/pick',
  'nothing',
  'form',
)
