// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getThemesByThemeNameByThemeVersionCssByStaticEndpoint =
  endpoint<'getThemesByThemeNameByThemeVersionCssByStaticEndpoint'>(
    'GET',
    '/themes/{themeName}/{themeVersion}/css/{staticEndpoint}',
    'raw',
  )
