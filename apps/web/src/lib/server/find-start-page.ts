import { readStartPage, refuseStartPage, type StartPage } from '../routes/start-page.ts'

/** Asks the API as somebody who is not signed in. */
type Ask = (path: string) => Promise<Response>

/** Pages about something, and where the API tells of it: one answer is enough. */
const subjects: ReadonlyArray<readonly [page: RegExp, ...answers: string[]]> = [
  [/^\/c\/([^/]+)$/, '/api/v1/video-channels/'],
  [/^\/a\/([^/]+)$/, '/api/v1/accounts/'],
  [/^\/@([^/]+)$/, '/api/v1/accounts/', '/api/v1/video-channels/'],
  [/^\/w\/p\/([^/]+)$/, '/api/v1/video-playlists/'],
  [/^\/w\/([^/]+)$/, '/api/v1/videos/'],
]

/** What follows in an address whose route takes anything. */
const parts: ReadonlyArray<readonly [prefix: RegExp, isKnown: (rest: string) => Promise<boolean>]> = [
  [
    /^\/admin\/settings\/config\/(?!logo$|homepage$)/,
    async (rest) => (await import('../settings/setting-table.ts')).sectionIds.some((id) => id === rest),
  ],
  [
    /^\/admin\/(?!settings(?:\/config(?:\/.*)?|\/setup)?$)/,
    async (rest) => (await import('../admin/admin-views.ts')).findAdminView(rest) !== undefined,
  ],
  [
    /^\/my-library\//,
    async (rest) => (await import('../creator/library-views.ts')).findLibraryView(rest) !== undefined,
  ],
  [
    /^\/videos\/manage\/[^/]+\//,
    async (rest) => (await import('../edit/manage-tabs.ts')).manageTabs.some(({ path }) => path === rest),
  ],
]

/**
 * What `/` shows (spec 09 §2.1). `route`: `instance.default_client_route`. The list of videos, too, where the page, or
 * what it is about, is not there for everybody: then `/` would answer 404.
 */
export async function findStartPage(route: string | undefined, ask: Ask): Promise<StartPage> {
  const start = readStartPage(route)
  if (start.path === '/' || (await isThere(start.path, ask))) return start
  return refuseStartPage(route)
}

async function isThere(path: string, ask: Ask): Promise<boolean> {
  if (path === '/home') return hasHome(await ask('/api/v1/custom-pages/homepage/instance'))
  for (const [prefix, isKnown] of parts) {
    if (prefix.test(path)) return isKnown(path.replace(prefix, ''))
  }
  for (const [page, ...answers] of subjects) {
    const [, name] = page.exec(path) ?? []
    if (name !== undefined)
      return isOneShown(
        answers.map((answer) => answer + name),
        ask,
      )
  }
  return true
}

async function isOneShown(paths: string[], ask: Ask): Promise<boolean> {
  for (const path of paths) {
    const answer = await ask(path)
    // Its page asks for the password.
    if (answer.ok || (await answer.text()).includes('video_requires_password')) return true
  }
  return false
}

async function hasHome(answer: Response): Promise<boolean> {
  if (!answer.ok) return false
  const { content } = (await answer.json()) as { content?: string | null }
  return (content ?? '').trim() !== ''
}
