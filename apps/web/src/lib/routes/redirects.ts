const exact: Record<string, string> = {
  '/videos/upload': '/videos/publish',
  '/videos/trending': '/videos/browse?sort=-trending',
  '/videos/most-liked': '/videos/browse?sort=-likes',
  '/videos/recently-added': '/videos/browse',
  '/videos/local': '/videos/browse?scope=local',
  '/my-account/videos': '/my-library/videos',
  '/my-account/video-imports': '/my-library/video-imports',
  '/manage/create': '/my-library/video-channels/create',
  '/my-account/subscriptions': '/my-library/subscriptions',
  '/my-account/history/videos': '/my-library/history/videos',
  '/my-library': '/my-library/video-playlists',
  '/my-library/history': '/my-library/history/videos',
  '/about': '/about/instance',
  '/about/instance/home': '/about/instance',
  '/a/peertube': '/videos/browse?scope=local',
  '/admin/overview': '/admin',
  '/admin/overview/users': '/admin/overview/users/list',
  '/admin/users': '/admin/overview/users/list',
  '/admin/config': '/admin/settings/config/information',
  '/my-account/videos/comments': '/my-library/comments-on-my-videos',
  '/my-account/ownership': '/my-library/ownership',
  '/my-account/watched-words/list': '/my-library/watched-words/list',
  '/my-account/auto-tag-policies': '/my-library/auto-tag-policies',
  '/admin/moderation/registrations': '/admin/moderation/registrations/list',
}

const patterns: Array<[RegExp, string]> = [
  [/^\/videos\/update\/([^/]+)$/, '/videos/manage/$1'],
  [/^\/studio\/edit\/([^/]+)$/, '/videos/manage/$1/studio'],
  [/^\/stats\/videos\/([^/]+)$/, '/videos/manage/$1/stats'],
  [
    /^\/(?:manage|my-(?:library|account)\/video-channels)\/update\/([^/]+)$/,
    '/my-library/video-channels/manage/$1/general',
  ],
  [/^\/my-account\/(video-(?:playlists|channels)(?:\/.+)?)$/, '/my-library/$1'],
  [/^\/search\/lazy-load-(?:video|channel|playlist);url=(.+)$/, '/search?search=$1'],
  [/^\/a\/([^/]+)\/search$/, '/a/$1/videos'],
  [/^\/video-playlists\/watch\/(.+)$/, '/w/p/$1'],
  [/^\/videos\/watch\/playlist\/(.+)$/, '/w/p/$1'],
  [/^\/admin\/(?:settings\/)?config\/edit-custom$/, '/admin/settings/config/information'],
  [/^\/admin\/(?:settings\/)?follows\/following-add$/, '/admin/settings/follows/following-list'],
  [/^\/admin\/moderation\/video-abuses(?:\/.*)?$/, '/admin/moderation/abuses/list'],
  [/^\/admin\/moderation\/video-(?:auto-)?blacklist(?:\/.*)?$/, '/admin/moderation/video-blocks/list'],
  [/^\/admin\/moderation\/video-comments(?:\/.*)?$/, '/admin/overview/comments/list'],
  [/^\/admin\/(users|videos|comments)\/(.+)$/, '/admin/overview/$1/$2'],
  [/^\/admin\/(config|follows|system|plugins)\/(.+)$/, '/admin/settings/$1/$2'],
]

/** Where an address of old has moved (spec 09 §2.7), with its query; undefined when it has not. */
export function redirectOf(url: URL): string | undefined {
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : url.pathname
  const found = exact[path] ?? movedByPattern(path)
  if (found === undefined) return withParameter(path, url.searchParams)
  return url.search && !found.includes('?') ? found + url.search : found
}

/** What a parameter names decides (spec 09 §2.1, §2.5). */
function withParameter(path: string, parameters: URLSearchParams): string | undefined {
  // Other servers lead people here with what they want to look at: the search finds it.
  if (path === '/remote-interaction') {
    const uri = (parameters.get('uri') ?? '').trim().replace(/^acct:/, '')
    return uri ? `/search?search=${encodeURIComponent(uri)}` : '/search'
  }
  const published = path === '/videos/publish' ? parameters.get('publishedId') : null
  return published ? `/videos/manage/${encodeURIComponent(published)}` : undefined
}

function movedByPattern(path: string): string | undefined {
  for (const [pattern, target] of patterns) if (pattern.test(path)) return path.replace(pattern, target)
  return undefined
}
