import { areTagsWrong, isTextWrong, longestSupport, tagsOf } from '#lib/edit/draft.ts'
import { isSummaryWrong, sensitiveBody, type SensitiveDraft } from '#lib/edit/sensitive-draft.ts'

/** What can be changed in many videos at once, in the order of the form. */
export const bulkFields = [
  'channel',
  'category',
  'licence',
  'language',
  'tags',
  'comments',
  'downloads',
  'sensitive',
  'support',
] as const
export type BulkField = (typeof bulkFields)[number]

export const tagWays = ['add', 'remove', 'replace'] as const
export type TagWay = (typeof tagWays)[number]

/** What the form holds; only the fields that were chosen count. */
export interface BulkDraft extends SensitiveDraft {
  fields: BulkField[]
  channelId: number
  category: number | null
  licence: number | null
  language: string | null
  tags: string
  tagWay: TagWay
  commentsPolicy: number
  downloadEnabled: boolean
  support: string
}

export type BulkProblem = 'fields' | 'tags' | 'tagsNeeded' | 'nsfwSummary' | 'support'

export function problemsOfBulk(draft: BulkDraft): Set<BulkProblem> {
  const problems = new Set<BulkProblem>()
  const has = (field: BulkField) => draft.fields.includes(field)
  if (draft.fields.length === 0) problems.add('fields')
  if (has('tags')) {
    const tags = tagsOf(draft.tags)
    if (tags.length === 0 && draft.tagWay !== 'replace') problems.add('tagsNeeded')
    if (areTagsWrong(tags)) problems.add('tags')
  }
  if (has('sensitive') && isSummaryWrong(draft)) problems.add('nsfwSummary')
  if (has('support') && isTextWrong(draft.support, longestSupport)) problems.add('support')
  return problems
}

/** Body of `PUT /videos/{id}`. Undefined where the video would have more tags than it may. */
export function bulkBody(draft: BulkDraft, video: { tags?: string[] }): Record<string, unknown> | undefined {
  const tags = draft.fields.includes('tags') ? tagsAfter(draft, video.tags ?? []) : []
  if (areTagsWrong(tags)) return undefined
  const support = draft.support.trim() || null
  const { channelId, category, licence, language, commentsPolicy, downloadEnabled } = draft
  const members: Record<BulkField, Record<string, unknown>> = {
    channel: { channelId },
    category: { category },
    licence: { licence },
    language: { language },
    tags: { tags },
    comments: { commentsPolicy },
    downloads: { downloadEnabled },
    sensitive: sensitiveBody(draft),
    support: { support },
  }
  return Object.assign({}, ...draft.fields.map((field) => members[field])) as Record<string, unknown>
}

/** Tags are the same whatever their case. */
function tagsAfter(draft: Pick<BulkDraft, 'tags' | 'tagWay'>, before: readonly string[]): string[] {
  const chosen = tagsOf(draft.tags)
  if (draft.tagWay === 'replace') return chosen
  const same = (list: readonly string[], tag: string) =>
    list.some((other) => other.toLocaleLowerCase() === tag.toLocaleLowerCase())
  if (draft.tagWay === 'remove') return before.filter((tag) => !same(chosen, tag))
  return [...before, ...chosen.filter((tag) => !same(before, tag))]
}
