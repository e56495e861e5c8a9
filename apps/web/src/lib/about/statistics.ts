import type { Answer } from '@sepiola/api-client/endpoint.ts'
import type { MessageKey } from '#lib/i18n/i18n.ts'

export interface Figure {
  key: MessageKey
  value: number
  isBytes?: boolean
}

/** What people want to know of a place, out of the many figures of the API. */
export function figuresOf(stats: Answer<'getInstanceStats'>): Figure[] {
  return [
    { key: 'about.stats.users', value: stats.totalUsers },
    { key: 'about.stats.active', value: stats.totalMonthlyActiveUsers },
    { key: 'about.stats.channels', value: stats.totalLocalVideoChannels },
    { key: 'about.stats.videos', value: stats.totalLocalVideos },
    { key: 'about.stats.views', value: stats.totalLocalVideoViews },
    { key: 'about.stats.comments', value: stats.totalLocalVideoComments },
    { key: 'about.stats.disk', value: stats.totalLocalVideoFilesSize, isBytes: true },
    { key: 'about.stats.followers', value: stats.totalInstanceFollowers },
    { key: 'about.stats.following', value: stats.totalInstanceFollowing },
  ]
}
