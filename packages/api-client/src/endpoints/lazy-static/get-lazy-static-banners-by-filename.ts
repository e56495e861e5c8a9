// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getLazyStaticBannersByFilename = endpoint<'getLazyStaticBannersByFilename'>(
  'GET',
  '/lazy-static/banners/{filename}',
  'raw',
)
