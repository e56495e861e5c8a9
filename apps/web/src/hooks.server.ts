import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks'
import { redirectOf } from '#lib/routes/redirects.ts'
import { findStartPage } from '#lib/server/find-start-page.ts'
import { isPlaylistPath, isVideoPath, slimAnswer, slimConfig } from '#lib/server/slim.ts'
import type { Actor, Caption, Channel, List, PublicConfig, WatchedVideo } from '#lib/api/types.ts'
import type { Playlist } from '#lib/playlist/playlist.ts'
import { chooseLocale, directionOf, matchLocale } from '#lib/i18n/locales.ts'
import { pageHead } from '#lib/server/head/page-head.ts'
import { paintFirst } from '#lib/server/paint-first.ts'
import { nameCaptions, nameVideo } from '#lib/watch/name-watched.ts'
import { scriptText } from '#lib/server/script-text.ts'
import { themeStyle } from '#lib/server/theme-style.ts'

const ninetyDays = 90 * 24 * 3600

export const handle: Handle = async ({ event, resolve }) => {
  const moved = redirectOf(event.url)
  if (moved) return new Response(null, { status: 302, headers: { location: moved } })

  const config = await readConfig(event.platform)
  const fromPath = matchLocale(event.url.pathname.split('/')[1] ?? '')
  const cookie = fromPath ?? event.cookies.get('clientLanguage')
  if (fromPath && event.url.pathname.replace(/\/$/, '').lastIndexOf('/') === 0) {
    event.cookies.set('clientLanguage', fromPath, {
      path: '/',
      maxAge: ninetyDays,
      httpOnly: false,
      secure: event.platform?.origin.startsWith('https:') ?? false,
      sameSite: event.platform?.origin.startsWith('https:') ? 'none' : 'lax',
    })
  }
  const accept = event.request.headers.get('accept-language')
  event.locals.locale = chooseLocale(cookie, accept, config?.instance.defaultLanguage)
  const start = await findStartPage(config.instance.defaultClientRoute, askApi(event.platform))
  event.locals.config = slimConfig(config, start)

  const embed = /^\/(?:videos|video-playlists)\/embed\//.test(event.url.pathname)
  const head = () => {
    const { pathname: path, search } = event.url
    const { subject, status = 200 } = event.locals
    const origin = event.platform?.origin ?? event.url.origin
    return pageHead({ config, origin, path, search, embed, status, subject })
  }
  const readStyle = (path: string) => event.platform?.readStyle(path)
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      paintFirst(html, readStyle)
        .replace('%sepiola.lang%', () => event.locals.locale)
        .replace('%sepiola.dir%', () => directionOf(event.locals.locale))
        .replace('%sepiola.start%', () => encodeURI(start.path))
        .replace('%sepiola.head%', () => `${head()}\n    ${runtimeHead(config)}`),
  })
  const status = embed ? 200 : (event.locals.status ?? response.status)
  const page =
    status === response.status ? response : new Response(response.body, { status, headers: response.headers })
  if (page.headers.get('content-type')?.startsWith('text/html')) {
    page.headers.set('content-type', 'text/html; charset=utf-8')
    page.headers.set('cache-control', embed ? 'public, max-age=0' : 'max-age=0, no-cache, must-revalidate')
    if (!embed) page.headers.set('vary', 'Accept-Language')
  }
  return page
}

/** Public configuration for third parties, stringified twice, and the administrator's colours and CSS (spec 09 §7.4). */
function runtimeHead(config: PublicConfig): string {
  const { signup: _, ...visible } = config
  const css = (config.instance.customizations?.css ?? '').replaceAll('</', '<\\/')
  return (
    `<script type="application/javascript">window.PeerTubeServerConfig = ` +
    `${scriptText(JSON.stringify(JSON.stringify(visible)))}</script>` +
    `<style>${themeStyle(config.theme?.customization)}</style><style class="custom-css-style">${css}</style>`
  )
}

/** As somebody who is not signed in. */
function askApi(platform: App.Platform | undefined): (path: string) => Promise<Response> {
  if (!platform) throw new Error('Pages are rendered through createRenderer() only')
  return (path) => platform.fetchApi(path, { headers: {} })
}

async function readConfig(platform: App.Platform | undefined): Promise<PublicConfig> {
  const response = await askApi(platform)('/api/v1/config')
  if (!response.ok) throw new Error(`GET /api/v1/config answered ${response.status}`)
  return (await response.json()) as PublicConfig
}

export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url)
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/') || !event.platform) return fetch(request)
  // Asked for what `/` shows, before there is a page and who asks for it.
  const { locale: language } = event.locals as Partial<App.Locals>
  const headers = { accept: 'application/json', ...(language && { 'x-peertube-language': language }) }
  const response = await event.platform.fetchApi(url.pathname + url.search, { headers })
  if (response.ok) {
    const json: unknown = await response.json()
    if (!language) return Response.json(json)
    noteSubject(event.locals, url.pathname, json)
    return Response.json(await nameAnswer(url.pathname, slimAnswer(url.pathname, json), language))
  }
  // The page of a video or playlist that is not for everybody is bare (spec 09 §7.1).
  if (
    language &&
    (response.status === 401 || response.status === 403) &&
    (isVideoPath(url.pathname) || url.pathname.startsWith('/api/v1/video-playlists/'))
  ) {
    const body = await response.text()
    event.locals.status = body.includes('video_requires_password') ? 200 : 404
    return new Response(body, { status: response.status, headers: { 'content-type': 'application/problem+json' } })
  }
  return response
}

/** What is shown at once is called as the page calls it; the API's labels are English. */
async function nameAnswer(path: string, json: unknown, locale: string): Promise<unknown> {
  if (isVideoPath(path)) return nameVideo(json as WatchedVideo, locale)
  if (!/^\/api\/v1\/videos\/[^/]+\/captions$/.test(path)) return json
  const { data, ...rest } = json as List<Caption>
  return { ...rest, data: await nameCaptions(data, locale) }
}

/** The head is about what the page asked for. */
function noteSubject(locals: App.Locals, path: string, json: unknown): void {
  const [kind, , rest] = path.replace('/api/v1/', '').split('/')
  const { subject } = locals
  if (isPlaylistPath(path)) {
    locals.subject = { kind: 'playlist', playlist: json as Playlist }
  } else if (subject?.kind === 'playlist') {
    // Its videos are beside it.
  } else if (isVideoPath(path)) {
    locals.subject = { kind: 'video', video: json as WatchedVideo, captions: locals.captions ?? [] }
  } else if (kind === 'videos' && rest === 'captions') {
    locals.captions = (json as List<Caption>).data
    if (subject?.kind === 'video') subject.captions = locals.captions
  } else if (kind === 'accounts' && rest === undefined) {
    locals.subject = { kind: 'account', actor: json as Actor }
  } else if (kind === 'video-channels' && rest === undefined) {
    locals.subject = { kind: 'channel', actor: json as Channel }
  }
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'unknown') console.error(`Rendering ${event.url.pathname} failed`, error)
}
