import type { WatchedVideo } from '../api/types.ts'

/** Stands for “private until a moment” among the privacies. */
export const scheduled = 0

/** What the form holds. */
export interface Draft {
  name: string
  description: string
  support: string
  /** `scheduled`, or as the API numbers them. */
  privacy: number
  /** Local time as `2030-01-31T18:00`; empty: none. */
  publishAt: string
  /** What it becomes then. */
  publishAs: number
  tags: string
  category: number | null
  licence: number | null
  language: string | null
  downloadEnabled: boolean
  nsfw: boolean
  password: string
  channelId: number | null
}

export type DraftProblem = 'name' | 'description' | 'support' | 'tags' | 'password' | 'publishAt'

export const emptyDraft: Draft = {
  name: '',
  description: '',
  support: '',
  privacy: 1,
  publishAt: '',
  publishAs: 1,
  tags: '',
  category: null,
  licence: null,
  language: null,
  downloadEnabled: true,
  nsfw: false,
  password: '',
  channelId: null,
}

export function draftOf(video: WatchedVideo): Draft {
  const schedule = video.scheduledUpdate
  return {
    name: video.name,
    description: video.description ?? '',
    support: video.support ?? '',
    privacy: schedule ? scheduled : video.privacy.id,
    publishAt: schedule ? toLocalTime(schedule.updateAt) : '',
    publishAs: schedule?.privacy ?? 1,
    tags: video.tags.join(', '),
    category: video.category.id,
    licence: video.licence.id,
    language: video.language.id,
    downloadEnabled: video.downloadEnabled,
    nsfw: video.nsfw,
    password: '',
    channelId: video.channel.id,
  }
}

/** What an input of a moment takes: `2030-01-31T18:00` in the reader's own time. */
export function toLocalTime(iso: string): string {
  const date = new Date(iso)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** A title from a file's name: `holiday_2024-final.mp4` → `holiday 2024 final`; 3 to 120 characters. */
export function nameFromFile(filename: string): string {
  const name = filename
    .replace(/\.[^.]+$/, '')
    .replace(/[_]+|-+(?=\w)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
  return name.length >= 3 ? name : `${name} video`.trim()
}

export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().replace(/^#/, ''))
  return [...new Set(tags.filter(Boolean))]
}

export const longestSupport = 1000

/** Texts have 3 to `most` characters, or none. */
export function isTextWrong(text: string, most: number): boolean {
  const { length } = text.trim()
  return length > 0 && (length < 3 || length > most)
}

export function areTagsWrong(tags: readonly string[]): boolean {
  return tags.length > 5 || tags.some((tag) => tag.length < 2 || tag.length > 30)
}

/** Limits of spec 01 §11. `hasPassword`: one is set already; `now` in ms. */
export function problemsOf(draft: Draft, hasPassword = false, now = Date.now()): Set<DraftProblem> {
  const problems = new Set<DraftProblem>()
  const name = draft.name.trim()
  if (name.length < 3 || name.length > 120) problems.add('name')
  if (isTextWrong(draft.description, 10_000)) problems.add('description')
  if (isTextWrong(draft.support, longestSupport)) problems.add('support')
  if (areTagsWrong(tagsOf(draft.tags))) problems.add('tags')
  const password = draft.password.trim()
  if (draft.privacy === 5 && !(hasPassword && !password) && (password.length < 2 || password.length > 100)) {
    problems.add('password')
  }
  if (draft.privacy === scheduled && !(new Date(draft.publishAt).getTime() > now)) problems.add('publishAt')
  return problems
}

/** Body of `PUT /videos/{id}`: only what differs from `before`. */
export function changesOf(draft: Draft, before: Draft): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  if (draft.name.trim() !== before.name) body['name'] = draft.name.trim()
  for (const key of ['description', 'support'] as const) {
    if (draft[key].trim() !== before[key]) body[key] = draft[key].trim() || null
  }
  if (draft.tags !== before.tags) body['tags'] = tagsOf(draft.tags)
  for (const key of ['category', 'licence', 'language', 'downloadEnabled', 'nsfw', 'channelId'] as const) {
    if (draft[key] !== before[key]) body[key] = draft[key]
  }
  if (draft.privacy === 5 && draft.password.trim()) {
    body['privacy'] = 5
    body['videoPasswords'] = [draft.password.trim()]
  }
  return { ...body, ...visibilityChanges(draft, before) }
}

function visibilityChanges(draft: Draft, before: Draft): Record<string, unknown> {
  if (draft.privacy !== scheduled) {
    if (draft.privacy === before.privacy) return {}
    return { privacy: draft.privacy, ...(before.privacy === scheduled ? { scheduleUpdate: null } : {}) }
  }
  const same = (['privacy', 'publishAt', 'publishAs'] as const).every((key) => draft[key] === before[key])
  if (same || !draft.publishAt) return {}
  return {
    ...(before.privacy === scheduled ? {} : { privacy: 3 }),
    scheduleUpdate: { updateAt: new Date(draft.publishAt).toISOString(), privacy: draft.publishAs },
  }
}
