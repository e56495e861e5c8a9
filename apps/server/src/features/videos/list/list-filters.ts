import { VideoInclude } from '@sepiola/contract/enums.ts'
import { readSort } from '#foundation/db/list-clauses.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'

export type VideoSort =
  | 'name'
  | 'duration'
  | 'createdAt'
  | 'publishedAt'
  | 'originallyPublishedAt'
  | 'views'
  | 'likes'
  | 'comments'
  | 'trending'
  | 'hot'
  | 'best'
  | 'localVideoFilesSize'
  | 'match'

/** Limits that only a search sets (spec 03 §21). Durations in seconds. */
export interface VideoLimits {
  startDate?: Date | undefined
  endDate?: Date | undefined
  originallyPublishedStartDate?: Date | undefined
  originallyPublishedEndDate?: Date | undefined
  durationMin?: number | undefined
  durationMax?: number | undefined
  uuidOneOf?: readonly string[] | undefined
}

/** What clients send (spec 03 §1.2). */
export interface VideoListQuery extends VideoLimits {
  start: number
  count: number
  sort: string
  skipCount?: boolean | undefined
  categoryOneOf?: number[] | undefined
  licenceOneOf?: number[] | undefined
  languageOneOf?: string[] | undefined
  tagsOneOf?: string[] | undefined
  tagsAllOf?: string[] | undefined
  nsfw?: 'true' | 'false' | 'both' | undefined
  nsfwFlagsIncluded?: number | null | undefined
  nsfwFlagsExcluded?: number | null | undefined
  isLive?: boolean | undefined
  includeScheduledLive?: boolean | undefined
  isLocal?: boolean | undefined
  host?: string | undefined
  include?: number | undefined
  privacyOneOf?: number[] | undefined
  stateOneOf?: number[] | undefined
  autoTagOneOf?: string[] | undefined
  hasHLSFiles?: boolean | undefined
  hasWebVideoFiles?: boolean | undefined
  search?: string | undefined
  excludeAlreadyWatched?: boolean | undefined
  filter?: unknown
}

/** Which videos a list is about, besides the query. */
export interface VideoListScope {
  accountId?: number
  channelId?: number
  /** Videos of these channels, and these videos besides (of other channels). */
  followed?: { readonly channelIds: readonly number[]; readonly videoIds: readonly number[] }
  /** Further channels by their local names. */
  channelNames?: readonly string[] | undefined
  /** With `accountId`: also channels where that account is an accepted collaborator. */
  collaborations?: boolean
  /** The list of one's own videos: every privacy, no NSFW rule, no special right for privacies (spec 03 §1.6). */
  own?: boolean
  /** Only those with a file, so no lives. */
  withFiles?: boolean
  /** Remote videos must come from actors that the instance follows. */
  followedOnly: boolean
}

/** A list's rules in full; two equal values select the same videos in the same order. */
export interface VideoListFilters extends VideoLimits {
  sort: VideoSort
  descending: boolean
  scope: VideoListScope
  /** `null`: any. */
  privacies: readonly number[] | null
  /** `listed`: published, or being transcoded without waiting for it. */
  states: 'listed' | 'any' | readonly number[]
  scheduledLives: boolean
  excludeBlocked: boolean
  /** The viewer's account, whose mutes count beside the instance's; `false`: mutes do not matter. */
  mutedBy: number | null | false
  nsfw: 'only' | 'without' | 'all'
  nsfwIncluded: number
  nsfwExcluded: number
  categoryOneOf?: readonly number[] | undefined
  licenceOneOf?: readonly number[] | undefined
  languageOneOf?: readonly string[] | undefined
  tagsOneOf?: readonly string[] | undefined
  tagsAllOf?: readonly string[] | undefined
  autoTagOneOf?: readonly string[] | undefined
  isLive?: boolean | undefined
  isLocal?: boolean | undefined
  host?: string | undefined
  hasHLSFiles?: boolean | undefined
  hasWebVideoFiles?: boolean | undefined
  search?: string | undefined
  /** User whose history is left out. */
  notWatchedBy?: number | undefined
  /** User whose history lowers the sort `best`. */
  historyOf?: number | undefined
}

export interface NsfwRules {
  /** `instance.default_nsfw_policy` */
  defaultPolicy: string
  /** `nsfw_flags_settings.enabled` */
  flagsEnabled: boolean
}

/** Refuses what the query may not ask (spec 03 §1.2, in its order), after the field rules. */
export function checkListQuery(query: VideoListQuery, viewer: Viewer | undefined, scope: VideoListScope): void {
  if ((query.nsfwFlagsIncluded ?? 0) & (query.nsfwFlagsExcluded ?? 0)) {
    throw problem(400, 'The same NSFW flag cannot be both included and excluded.')
  }
  const special = query.include || (query.privacyOneOf && !scope.own) || query.autoTagOneOf || query.stateOneOf
  if (special && !can(viewer, 'SEE_ALL_VIDEOS')) {
    throw problem(401, 'You are not allowed to see all videos, so these filters cannot be used.')
  }
  if (query.excludeAlreadyWatched && !viewer) {
    throw problem(400, 'Watched videos can be left out only for signed-in users.')
  }
  if (query.filter !== undefined) throw problem(400, 'The parameter "filter" was replaced by isLocal and include.')
}

/** Spec 03 §1.3: query, viewer and instance become one set of rules. */
export function resolveListFilters(
  query: VideoListQuery,
  viewer: Viewer | undefined,
  scope: VideoListScope,
  rules: NsfwRules,
): VideoListFilters {
  const include = includeOf(query, scope)
  const { column, descending } = readSort(query.sort)
  const sort = column as VideoSort
  return {
    sort: sort === 'best' && !viewer ? 'hot' : sort,
    descending,
    scope,
    privacies: query.privacyOneOf ?? (scope.own ? null : viewer ? [1, 4] : [1]),
    states: query.stateOneOf ?? (include & VideoInclude.NOT_PUBLISHED_STATE ? 'any' : 'listed'),
    scheduledLives: query.includeScheduledLive ?? false,
    excludeBlocked: !(include & VideoInclude.BLACKLISTED),
    mutedBy: include & VideoInclude.BLOCKED_OWNER ? false : (viewer?.accountId ?? null),
    ...(scope.own ? { nsfw: 'all', nsfwIncluded: 0, nsfwExcluded: 0 } : resolveNsfw(query, viewer, rules)),
    categoryOneOf: query.categoryOneOf,
    licenceOneOf: query.licenceOneOf,
    languageOneOf: query.languageOneOf,
    tagsOneOf: query.tagsOneOf?.map((tag) => tag.toLowerCase()),
    tagsAllOf: query.tagsAllOf?.map((tag) => tag.toLowerCase()),
    autoTagOneOf: query.autoTagOneOf?.map((tag) => tag.toLowerCase()),
    isLive: query.isLive,
    isLocal: query.isLocal,
    host: query.host,
    hasHLSFiles: query.hasHLSFiles,
    hasWebVideoFiles: query.hasWebVideoFiles,
    search: query.search,
    startDate: query.startDate,
    endDate: query.endDate,
    originallyPublishedStartDate: query.originallyPublishedStartDate,
    originallyPublishedEndDate: query.originallyPublishedEndDate,
    durationMin: query.durationMin,
    durationMax: query.durationMax,
    uuidOneOf: query.uuidOneOf,
    notWatchedBy: query.excludeAlreadyWatched ? viewer?.userId : undefined,
    historyOf: sort === 'best' ? viewer?.userId : undefined,
  }
}

/** Bits that say which parts an item shows; one's own videos always show the same ones (spec 03 §1.6). */
export function includeOf(query: Pick<VideoListQuery, 'include'>, scope: VideoListScope): number {
  const { NOT_PUBLISHED_STATE, BLACKLISTED, BLOCKED_OWNER, TAGS } = VideoInclude
  return scope.own ? NOT_PUBLISHED_STATE | BLACKLISTED | BLOCKED_OWNER | TAGS : (query.include ?? 0)
}

function resolveNsfw(
  query: VideoListQuery,
  viewer: Viewer | undefined,
  rules: NsfwRules,
): Pick<VideoListFilters, 'nsfw' | 'nsfwIncluded' | 'nsfwExcluded'> {
  const policy = viewer ? viewer.nsfwPolicy : rules.defaultPolicy
  const asked = query.nsfw ?? (policy === 'do_not_list' ? 'false' : 'both')
  const shown = viewer ? viewer.nsfwFlagsWarned | viewer.nsfwFlagsBlurred | viewer.nsfwFlagsDisplayed : 0
  return {
    nsfw: asked === 'true' ? 'only' : asked === 'false' ? 'without' : 'all',
    nsfwIncluded: rules.flagsEnabled ? (query.nsfwFlagsIncluded ?? shown) : 0,
    nsfwExcluded: rules.flagsEnabled ? (query.nsfwFlagsExcluded ?? viewer?.nsfwFlagsHidden ?? 0) : 0,
  }
}
