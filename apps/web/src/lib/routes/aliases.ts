/** The path of the page that this one shows, too (spec 09 §2.7, §7.1); undefined when it is its own. */
export function aliasOf(path: string): string | undefined {
  const tab = /^\/(?:a|accounts)\/([^/]+)\/(?:video-channels|video-playlists|videos|about)$/.exec(path)
  if (tab) return `/a/${tab[1]}`
  const videos = /^\/(?:c|video-channels)\/([^/]+)\/(?:video-playlists|videos|about)$/.exec(path)
  if (videos) return `/c/${videos[1]}`
  const old = /^\/(?:videos\/watch|accounts|video-channels)\/(?!playlist\/)/.exec(path)
  if (old) {
    const short = { '/videos/watch/': '/w/', '/accounts/': '/a/', '/video-channels/': '/c/' }[old[0]]
    return short + path.slice(old[0].length)
  }
  // Matrix parameters as in /w/{id};threadId=3 belong to the page, not to the identifier.
  if (path.startsWith('/w/') && path.includes(';')) return path.slice(0, path.indexOf(';'))
  if (/^\/w\/[^/]+\/comments\/[^/]+$/.test(path)) return path.replace(/\/comments\/.*$/, '')
  return undefined
}
