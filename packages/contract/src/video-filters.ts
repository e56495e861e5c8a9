import { z } from 'zod'
import { arrayOf, boolean, host, integer, nullable, text } from './lenient.ts'

/** What video lists can be sorted by (spec 01 §8). */
export const videoSorts = [
  ...(['name', 'duration', 'createdAt', 'publishedAt', 'originallyPublishedAt', 'views', 'likes'] as const),
  ...(['comments', 'trending', 'hot', 'best', 'localVideoFilesSize', 'match'] as const),
] as const

export const videoSearchSorts = [
  ...(['name', 'duration', 'createdAt', 'publishedAt', 'originallyPublishedAt', 'views', 'likes'] as const),
  ...(['match', 'hot'] as const),
] as const

/**
 * The filters that all video lists share (spec 03 §1.2). The removed `filter` is let through, because its presence is
 * refused with a reason of its own.
 */
export function videoFilters() {
  return {
    ...narrowingFilters(),
    nsfw: z.enum(['true', 'false', 'both']).optional(),
    nsfwFlagsIncluded: nullable(integer({ min: 0 })),
    nsfwFlagsExcluded: nullable(integer({ min: 0 })),
    include: integer({ min: 0 }).optional(),
    privacyOneOf: arrayOf(integer()).optional(),
    stateOneOf: arrayOf(integer()).optional(),
    autoTagOneOf: arrayOf(text()).optional(),
    excludeAlreadyWatched: boolean().optional(),
    filter: z.unknown().optional(),
  }
}

function narrowingFilters() {
  return {
    categoryOneOf: arrayOf(integer()).optional(),
    licenceOneOf: arrayOf(integer()).optional(),
    languageOneOf: arrayOf(text()).optional(),
    tagsOneOf: arrayOf(text()).optional(),
    tagsAllOf: arrayOf(text()).optional(),
    isLive: boolean().optional(),
    includeScheduledLive: boolean().optional(),
    isLocal: boolean().optional(),
    host: host().optional(),
    hasHLSFiles: boolean().optional(),
    hasWebVideoFiles: boolean().optional(),
    skipCount: boolean().default(false),
    search: text().optional(),
  }
}
