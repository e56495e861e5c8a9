import type HlsClass from 'hls.js'
import type { WatchedVideo } from '../api/types.ts'
import { hlsOf, needsFullEngine, progressiveFiles } from './sources.ts'

export interface Quality {
  /** −1 = automatic; else an index for `choose`. */
  id: number
  height: number
  fps: number
  label: string
}

export type EngineProblem = 'network' | 'media' | 'forbidden' | 'missing'

export interface Engine {
  kind: 'hls.js' | 'native' | 'progressive'
  qualities: () => Quality[]
  /** The one chosen by hand, −1 = automatic. */
  chosen: () => number
  /** The one that plays. */
  playing: () => number
  choose: (id: number) => void
  /** What only the engine knows of what plays. */
  figures: () => EngineFigures
  /** Starts to fetch media; before that only the master playlist was asked for. */
  start: (at?: number) => void
  destroy: () => void
}

export interface EngineFigures {
  codecs?: string | undefined
  /** Measured, bit/s. */
  bandwidth?: number | undefined
}

export interface EngineOptions {
  video: HTMLVideoElement
  source: WatchedVideo
  /** Headers for guarded files. */
  headers: Record<string, string>
  /** Query for guarded files where headers cannot be set. */
  fileToken?: string
  preferredHeight?: number
  /** Files as they are instead of HLS, where there are some. */
  plainFiles?: boolean | undefined
  /** The element goes to another engine: nothing may be done to it any more. */
  signal: AbortSignal
  onChange: () => void
  onProblem: (problem: EngineProblem) => void
}

/** hls.js where the browser has Media Source Extensions, else its own HLS, else plain files. */
export async function attachEngine(options: EngineOptions): Promise<Engine | undefined> {
  const { source, video } = options
  const plain = options.plainFiles && progressiveFiles(source).length > 0
  if (hlsOf(source) && !plain) {
    const Hls = await loadHls(source)
    if (options.signal.aborted) return undefined
    if (Hls.isSupported()) return hlsEngine(Hls, options)
    if (video.canPlayType('application/vnd.apple.mpegurl')) return nativeEngine(options)
  }
  return progressiveEngine(options)
}

async function loadHls(source: WatchedVideo): Promise<typeof HlsClass> {
  if (needsFullEngine(source)) return (await import('hls.js')).default
  return (await import('hls.js/light')).default as typeof HlsClass
}

function hlsEngine(Hls: typeof HlsClass, options: EngineOptions): Engine {
  const { video, source, headers, onChange, onProblem } = options
  const playlist = hlsOf(source)!
  const sameOrigin = (url: string): boolean => new URL(url, location.href).origin === location.origin
  let started = false
  let parsed = false
  /** Seconds; −1: the beginning. */
  let startAt = -1
  let recoveries = 0
  /** Fragments that were not there, one after the other: at first another quality is tried. */
  let missed = 0
  let fallback: Engine | undefined

  const hls = new Hls({
    autoStartLoad: false,
    startPosition: -1,
    capLevelToPlayerSize: true,
    backBufferLength: 90,
    maxBufferLength: 30,
    // A first fragment in the right quality: half of what the browser believes, 2 Mbit/s where it says nothing.
    abrEwmaDefaultEstimate: bandwidthGuess(),
    xhrSetup: (xhr, url) => {
      if (!sameOrigin(url)) return
      for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    },
  })

  hls.on(Hls.Events.MANIFEST_PARSED, () => {
    const index = hls.levels.findIndex((level) => level.height === options.preferredHeight)
    if (index >= 0) hls.nextLevel = index
    parsed = true
    // Told before, it would have forgotten where.
    if (started) hls.startLoad(startAt)
    onChange()
  })
  hls.on(Hls.Events.LEVEL_SWITCHED, onChange)
  hls.on(Hls.Events.LEVELS_UPDATED, onChange)
  hls.on(Hls.Events.FRAG_LOADED, () => (missed = 0))
  hls.on(Hls.Events.ERROR, (_event, data) => {
    if (data.frag && data.response?.code === 404) missed++
    // The video was deleted while it played. What was loaded is played to its end before that is said.
    if (missed > hls.levels.length && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) return onProblem('missing')
    if (!data.fatal) return
    if (data.type === Hls.ErrorTypes.MEDIA_ERROR && recoveries < 3) {
      recoveries++
      hls.recoverMediaError()
      return
    }
    if (data.type === Hls.ErrorTypes.NETWORK_ERROR) {
      const status = data.response?.code
      onProblem(status === 401 || status === 403 ? 'forbidden' : status === 404 ? 'missing' : 'network')
      return
    }
    const at = video.currentTime
    hls.destroy()
    fallback = progressiveEngine(options)
    if (fallback) fallback.start(at)
    else onProblem('media')
    onChange()
  })
  hls.loadSource(playlist.playlistUrl)
  hls.attachMedia(video)

  return {
    kind: 'hls.js',
    qualities: () =>
      fallback?.qualities() ??
      hls.levels
        .map((level, id) => {
          const file = playlist.files.find(
            (file) => file.height === level.height || file.resolution.id === level.height,
          )
          const fps = Math.round(level.frameRate || file?.fps || 0)
          return { id, height: level.height, fps, label: file?.resolution.label ?? `${level.height}p` }
        })
        .filter(({ height }) => height > 0)
        .toSorted((a, b) => b.height - a.height),
    chosen: () => fallback?.chosen() ?? hls.manualLevel,
    playing: () => fallback?.playing() ?? hls.currentLevel,
    choose: (id) => {
      if (fallback) return fallback.choose(id)
      if (id === -1) hls.nextLevel = -1
      else if (video.paused || !started) hls.currentLevel = id
      else hls.nextLevel = id
      onChange()
    },
    figures: () => {
      if (fallback) return fallback.figures()
      const level = hls.levels[hls.currentLevel]
      const codecs = [level?.videoCodec, level?.audioCodec].filter(Boolean).join(', ')
      return { codecs: codecs || undefined, bandwidth: hls.bandwidthEstimate }
    },
    start: (at) => {
      if (fallback || started) return
      started = true
      startAt = at ?? -1
      if (parsed) hls.startLoad(startAt)
    },
    destroy: () => {
      hls.destroy()
      fallback?.destroy()
    },
  }
}

function bandwidthGuess(): number {
  const { connection } = navigator as { connection?: { downlink?: number } }
  return connection?.downlink ? connection.downlink * 500_000 : 2_000_000
}

function nativeEngine({ video, source, fileToken, signal, onProblem }: EngineOptions): Engine {
  const url = withToken(hlsOf(source)!.playlistUrl, fileToken, true)
  video.src = url
  video.addEventListener('error', () => onProblem('network'), { signal })
  const start = once((at?: number) => seekOnceKnown(video, at, signal))
  return {
    kind: 'native',
    qualities: () => [],
    chosen: () => -1,
    playing: () => -1,
    choose: () => undefined,
    figures: () => ({}),
    start,
    destroy: () => empty(video, signal),
  }
}

function progressiveEngine(options: EngineOptions): Engine | undefined {
  const { video, source, fileToken, preferredHeight, signal, onChange, onProblem } = options
  const files = progressiveFiles(source)
  if (files.length === 0) return undefined
  const limit = preferredHeight ?? 1080
  let current = Math.max(
    0,
    files.findIndex((file) => file.resolution.id <= limit),
  )
  const fail = (): void => onProblem(video.error?.code === MediaError.MEDIA_ERR_NETWORK ? 'network' : 'media')
  const use = (index: number, at?: number): void => {
    current = index
    const paused = video.paused
    video.src = withToken(files[index]?.fileUrl ?? '', fileToken, false)
    seekOnceKnown(video, at, signal)
    if (!paused) void video.play().catch(() => undefined)
  }
  video.addEventListener('error', fail, { signal })
  const start = once((at?: number) => seekOnceKnown(video, at, signal))
  use(current)
  return {
    kind: 'progressive',
    qualities: () =>
      files.map((file, id) => ({
        id,
        height: file.resolution.id,
        fps: Math.round(file.fps ?? 0),
        label: file.resolution.label,
      })),
    chosen: () => current,
    playing: () => current,
    choose: (id) => {
      if (id >= 0) use(id, video.currentTime)
      onChange()
    },
    figures: () => ({}),
    start,
    destroy: () => empty(video, signal),
  }
}

/** Playing ends and nothing is loaded any more, unless the element has another engine already. */
function empty(video: HTMLVideoElement, signal: AbortSignal): void {
  if (signal.aborted) return
  video.removeAttribute('src')
  video.load()
}

/** Playing again after a pause is no start. */
function once(start: (at?: number) => void): (at?: number) => void {
  let started = false
  return (at) => {
    if (!started) start(at)
    started = true
  }
}

function seekOnceKnown(video: HTMLVideoElement, at: number | undefined, signal: AbortSignal): void {
  if (!at) return
  if (video.readyState >= HTMLMediaElement.HAVE_METADATA) video.currentTime = at
  else video.addEventListener('loadedmetadata', () => (video.currentTime = at), { once: true, signal })
}

function withToken(url: string, token: string | undefined, reinject: boolean): string {
  if (!token) return url
  const address = new URL(url, location.href)
  address.searchParams.set('videoFileToken', token)
  if (reinject) address.searchParams.set('reinjectVideoFileToken', 'true')
  return address.href
}
