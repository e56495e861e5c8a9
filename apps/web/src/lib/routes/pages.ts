/** The folders of `src/routes` with a page inside the frame: a test compares them. */
export const pages = [
  '/',
  '/@[handle]',
  '/[kind]/test-embed/[[id]]',
  '/a/[handle]',
  '/about/contact',
  '/about/instance',
  '/about/instance/moderation',
  '/about/instance/support',
  '/about/instance/team',
  '/about/instance/tech',
  '/about/peertube',
  '/admin/[...path]',
  '/admin/settings/config/[section]',
  '/admin/settings/config/homepage',
  '/admin/settings/config/logo',
  '/c/[handle]',
  '/home',
  '/login',
  '/my-account/[...path]',
  '/my-library/[...path]',
  '/reset-password',
  '/search',
  '/signup',
  '/verify-account/ask-send-email',
  '/verify-account/email',
  '/videos/browse',
  '/videos/manage/[id]/[...tab]',
  '/videos/overview',
  '/videos/publish',
  '/videos/subscriptions',
  '/w/[id]',
  '/w/p/[id]',
]

/** `/c/[handle]` → one part; `/admin/[...path]` → any number of parts, also none; `[[id]]` → one part or none. */
const patterns = pages.map((page) => {
  const path = page
    .replace(/\/\[\.\.\.\w+\]$/, '(?:/.+)?')
    .replace(/\/\[\[\w+\]\]$/, '(?:/[^/]+)?')
    .replace(/\[\w+\]/g, '[^/]+')
  return new RegExp(`^${path}$`)
})

/** Whether a path, without a final slash, is that of a page; what it is about may be missing all the same. */
export function isPage(path: string): boolean {
  return patterns.some((pattern) => pattern.test(path))
}
