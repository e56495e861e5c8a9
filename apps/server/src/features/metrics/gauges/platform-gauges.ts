import { instanceFigures, instanceStats } from '#features/instance-admin/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Gauge, Sample } from '#foundation/metrics/gauge.ts'

type Figures = Awaited<ReturnType<typeof instanceFigures>>

/** ms that figures may be old (spec 01 §6). */
const lifetime = 60_000

const one = (value: number): Sample[] => [{ value }]

function fromFigures(name: string, description: string, samples: (figures: Figures) => Sample[]): Gauge {
  return {
    name: `peertube_${name}`,
    description,
    read: async (ctx) => samples(await instanceFigures(ctx, lifetime)),
  }
}

const byOrigin = (local: number, all: number): Sample[] => [
  { value: local, attributes: { videoOrigin: 'local' } },
  { value: all - local, attributes: { videoOrigin: 'remote' } },
]

const byInterval = (daily: number, weekly: number, monthly: number): Sample[] =>
  Object.entries({ daily, weekly, monthly }).map(([activeInterval, value]) => ({
    value,
    attributes: { activeInterval },
  }))

type Redundancy = Awaited<ReturnType<typeof instanceStats>>['videosRedundancy'][number]

function fromRedundancy(name: string, description: string, bytes: (one: Redundancy) => number): Gauge {
  return {
    name: `peertube_${name}`,
    description,
    async read(ctx: Context) {
      const { videosRedundancy } = await instanceStats(ctx, lifetime)
      return videosRedundancy
        .filter(({ totalSize }) => totalSize !== null)
        .map((strategy) => ({ value: bytes(strategy), attributes: { strategy: strategy.strategy } }))
    },
  }
}

function fromInbox(outcome: 'success' | 'error' | 'waiting', member: InboxMember): Gauge {
  return {
    name: `peertube_ap_inbox_${outcome}_total`,
    description: `Activities of other servers: ${outcome}`,
    read: async (ctx) => one((await instanceStats(ctx, lifetime))[member]),
  }
}

type InboxMember =
  | 'totalActivityPubMessagesSuccesses'
  | 'totalActivityPubMessagesErrors'
  | 'totalActivityPubMessagesWaiting'

/** Content and network (spec 02 §10). */
export const platformGauges: readonly Gauge[] = [
  fromFigures('users_total', 'Users', (f) => one(f.totalUsers)),
  fromFigures('active_users_total', 'Users who signed in within the interval', (f) =>
    byInterval(f.totalDailyActiveUsers, f.totalWeeklyActiveUsers, f.totalMonthlyActiveUsers),
  ),
  fromFigures('channels_total', 'Local channels', (f) => one(f.totalLocalVideoChannels)),
  fromFigures('active_channels_total', 'Local channels that published within the interval', (f) =>
    byInterval(
      f.totalLocalDailyActiveVideoChannels,
      f.totalLocalWeeklyActiveVideoChannels,
      f.totalLocalMonthlyActiveVideoChannels,
    ),
  ),
  fromFigures('videos_total', 'Videos', (f) => byOrigin(f.localVideos, f.totalVideos)),
  fromFigures('video_views_total', 'Views of local videos', (f) => one(f.totalLocalVideoViews)),
  fromFigures('video_downloads_total', 'Downloads of local videos', (f) => one(f.totalLocalVideoDownloads)),
  fromFigures('video_bytes_total', 'Bytes of the files of local videos', (f) => one(f.totalLocalVideoFilesSize)),
  fromFigures('comments_total', 'Comments', (f) => [
    { value: f.totalLocalVideoComments, attributes: { accountOrigin: 'local' } },
    { value: f.totalVideoComments - f.totalLocalVideoComments, attributes: { accountOrigin: 'remote' } },
  ]),
  fromFigures('playlists_total', 'Local playlists', (f) => one(f.totalLocalPlaylists)),
  fromFigures('instance_followers_total', 'Servers that follow this one', (f) => one(f.totalInstanceFollowers)),
  fromFigures('instance_following_total', 'Servers that this one follows', (f) => one(f.totalInstanceFollowing)),
  fromRedundancy('redundancy_used_bytes_total', 'Bytes of copies of videos of other servers', (r) => r.totalUsed),
  fromRedundancy('redundancy_available_bytes_total', 'Bytes left for such copies', (r) =>
    Math.max(0, r.totalSize! - r.totalUsed),
  ),
  fromInbox('success', 'totalActivityPubMessagesSuccesses'),
  fromInbox('error', 'totalActivityPubMessagesErrors'),
  fromInbox('waiting', 'totalActivityPubMessagesWaiting'),
]
