import { ServerStats } from '@sepiola/contract/schemas/server-stats.ts'
import type { Settings } from '#foundation/config/settings.ts'
import type { InstanceFigures } from './stats.sql.ts'

type Redundancy = ServerStats['videosRedundancy'][number]

/** `ServerStats` (spec 02 §9): what a switch of `stats.*` hides is null. */
export function statsView(
  settings: Settings,
  { redundancies, localVideos: _local, ...figures }: InstanceFigures,
): ServerStats {
  const { stats, redundancy } = settings
  const strategies = [
    ...redundancy.videos.strategies.map(({ strategy, size }) => ({ strategy: strategy as string, size })),
    { strategy: 'manual', size: null },
  ]
  const videosRedundancy = strategies.map(({ strategy, size }): Redundancy => {
    const used = redundancies.find((one) => one.strategy === strategy)
    const { totalUsed = 0, totalVideoFiles = 0, totalVideos = 0 } = used ?? {}
    return { strategy, totalSize: size, totalUsed, totalVideoFiles, totalVideos }
  })
  const hidden = [
    ...(stats.total_moderators.enabled ? [] : ['totalModerators']),
    ...(stats.total_admins.enabled ? [] : ['totalAdmins']),
    ...(stats.registration_requests.enabled
      ? []
      : [
          'totalRegistrationRequests',
          'totalRegistrationRequestsProcessed',
          'averageRegistrationRequestResponseTimeMs',
        ]),
    ...(stats.abuses.enabled ? [] : ['totalAbuses', 'totalAbusesProcessed', 'averageAbuseResponseTimeMs']),
  ]
  return {
    ...figures,
    videosRedundancy,
    ...inboxCounters(),
    ...Object.fromEntries(hidden.map((name) => [name, null])),
  }
}

type InboxCounters = Omit<ServerStats, keyof InstanceFigures | 'videosRedundancy'>

/** No activity of another server is received yet: every counter of the inbox is at its start. */
function inboxCounters(): InboxCounters {
  const names = Object.keys(ServerStats().shape).filter((name) => /activityPub/i.test(name))
  return Object.fromEntries(names.map((name) => [name, 0])) as InboxCounters
}
