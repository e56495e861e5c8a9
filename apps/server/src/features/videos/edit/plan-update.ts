import { VideoPrivacy } from '@sepiola/contract/enums.ts'

/** What a client may change (spec 03 §4); absent = unchanged, null = cleared. */
export interface VideoChanges {
  name?: string | undefined
  category?: number | null | undefined
  licence?: number | null | undefined
  language?: string | null | undefined
  description?: string | null | undefined
  support?: string | null | undefined
  privacy?: number | undefined
  nsfw?: boolean | undefined
  nsfwFlags?: number | null | undefined
  nsfwSummary?: string | null | undefined
  waitTranscoding?: boolean | undefined
  downloadEnabled?: boolean | undefined
  commentsPolicy?: number | null | undefined
  commentsEnabled?: boolean | null | undefined
  originallyPublishedAt?: Date | null | undefined
  tags?: string[] | null | undefined
  videoPasswords?: string[] | undefined
  scheduleUpdate?: { updateAt: Date; privacy?: number | undefined } | null | undefined
  channelId?: number | undefined
}

/** Columns of `video` that an update sets, but for the dates of publication. */
export function toColumns(changes: VideoChanges) {
  const commentsPolicy =
    changes.commentsPolicy ?? (changes.commentsEnabled == null ? undefined : changes.commentsEnabled ? 1 : 2)
  return withoutUndefined({
    name: changes.name,
    category: changes.category,
    licence: changes.licence,
    language: changes.language,
    description: changes.description,
    support: changes.support,
    privacy: changes.privacy,
    waitTranscoding: changes.waitTranscoding,
    downloadEnabled: changes.downloadEnabled,
    commentsPolicy,
    originallyPublishedAt: changes.originallyPublishedAt,
    channelId: changes.channelId,
    ...nsfwColumns(changes),
  })
}

/** "Not sensitive" takes the details with it. */
function nsfwColumns({ nsfw, nsfwFlags, nsfwSummary }: VideoChanges) {
  if (nsfw === false) return { nsfw, nsfwFlags: 0, nsfwSummary: null }
  return { nsfw, nsfwFlags: nsfwFlags === null ? 0 : nsfwFlags, nsfwSummary }
}

/**
 * The new `publishedAt`, if it changes: leaving "private" publishes now; a schedule announces its moment; a schedule
 * that is withdrawn publishes now (spec 03 §4).
 */
export function planPublishedAt(facts: {
  fromPrivacy: number
  toPrivacy: number
  schedule: { updateAt: Date } | null | undefined
  hadSchedule: boolean
  now: Date
}): Date | undefined {
  if (facts.schedule) return facts.schedule.updateAt
  if (facts.schedule === null && facts.hadSchedule) return facts.now
  const leavesPrivate = facts.fromPrivacy === VideoPrivacy.PRIVATE && facts.toPrivacy !== VideoPrivacy.PRIVATE
  return leavesPrivate ? facts.now : undefined
}

/** Whether subscribers hear of it: it became listed (public or internal) out of "private". */
export function becomesListed(from: number, to: number): boolean {
  return from === VideoPrivacy.PRIVATE && (to === VideoPrivacy.PUBLIC || to === VideoPrivacy.INTERNAL)
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function withoutUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>
}
