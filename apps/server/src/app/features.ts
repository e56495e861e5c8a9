import type { Feature } from '#foundation/feature.ts'
import { accountsFeature } from '#features/accounts/feature.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { describeApi } from './describe-api.ts'
import { healthFeature } from '#features/health/feature.ts'
import { sessionsFeature } from '#features/sessions/feature.ts'
import { usersFeature } from '#features/users/feature.ts'
import { videosFeature } from '#features/videos/feature.ts'

const parts: readonly Feature[] = [
  healthFeature,
  accountsFeature,
  sessionsFeature,
  usersFeature,
  videosFeature,
]

/** Everything the server does, without its pages (`web`). */
export const features: readonly Feature[] = [...parts, describeApi(parts, packageJson.version)]
