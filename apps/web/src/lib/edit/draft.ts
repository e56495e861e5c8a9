import type { WatchedVideo } from '../api/types.ts'

/** What the form holds. */
export interface Draft {
  name: string
  description: string
  privacy: number
  tags: string
  category: number | null
  licence: number | null
  language: string | null
  downloadEnabled: boolean
  nsfw: boolean
  password: string
  channelId: number | null
}

export type DraftProblem = 'name' | 'description' | 'tags' | 'password'

export function draftOf(video: WatchedVideo): Draft {
  return {
    name: video.name,
    description: video.description ?? '',
    privacy: video.privacy.id,
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

/** Limits of spec 01 §11. `hasPassword`: one is set already. */
export function problemsOf(draft: Draft, hasPassword = false): Set<DraftProblem> {
  const problems = new Set<DraftProblem>()
  const name = draft.name.trim()
  if (name.length < 3 || name.length > 120) problems.add('name')
  const description = draft.description.trim()
  if (description && (description.length < 3 || description.length > 10_000)) problems.add('description')
  const tags = tagsOf(draft.tags)
  if (tags.length > 5 || tags.some((tag) => tag.length < 2 || tag.length > 30)) problems.add('tags')
  const password = draft.password.trim()
  if (draft.privacy === 5 && !(hasPassword && !password) && (password.length < 2 || password.length > 100)) {
    problems.add('password')
  }
  return problems
}

/** Body of `PUT /videos/{id}`: only what differs from `before`. */
export function changesOf(draft: Draft, before: Draft): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  if (draft.name.trim() !== before.name) body['name'] = draft.name.trim()
  if (draft.description.trim() !== before.description) body['description'] = draft.description.trim() || null
  if (draft.tags !== before.tags) body['tags'] = tagsOf(draft.tags)
  for (const key of ['privacy', 'category', 'licence', 'language', 'downloadEnabled', 'nsfw', 'channelId'] as const) {
    if (draft[key] !== before[key]) body[key] = draft[key]
  }
  if (draft.privacy === 5 && draft.password.trim()) {
    body['privacy'] = 5
    body['videoPasswords'] = [draft.password.trim()]
  }
  return body
}
