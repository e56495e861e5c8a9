import type { PlayerTheme } from '@sepiola/contract/enums.ts'
import { getVideoPlayerSettings } from '@sepiola/api-client/endpoints/player-settings/get-video-player-settings.ts'
import { requestVideoToken } from '@sepiola/api-client/endpoints/video.ts'
import { call } from '../api/call.ts'
import type { Caption, WatchedVideo } from '../api/types.ts'
import { credentials } from '../session/credentials.ts'
import { watched } from '../video/watched.svelte.ts'
import { preferredCaption, showCaptions } from './caption-tracks.ts'
import { defineControls } from './chrome.ts'
import { attachEngine, type Engine, type EngineFigures, type EngineProblem, type Quality } from './engine.ts'
import { memory } from './memory.ts'
import { rememberPlace, startPosition } from './place.ts'
import { SeekBarTracks } from './seek-bar-tracks.ts'
import { isGuarded } from './sources.ts'
import { readTheme } from './themes.ts'
import { ViewReporter } from './view-reporter.ts'

export interface PlaybackOptions {
  video: WatchedVideo
  captions: Caption[]
  locale: string
  /** Seconds. */
  start?: number | undefined
  stop?: number | undefined
  autoplay?: boolean
  muted?: boolean | undefined
  subtitle?: string | undefined
  /** Name of a look, else the one chosen for the video. */
  theme?: string | null | undefined
  rate?: number | undefined
  password?: string | undefined
  /** Rather than HLS. */
  plainFiles?: boolean | undefined
  /** Milliseconds between two view reports. */
  viewInterval: number
}

/** Who plays on an element: one at a time, the last one who came. */
const players = new WeakMap<HTMLMediaElement, () => void>()

/** The playing of one video: its engine, what was chosen, what is remembered, what the server is told. */
export class Playback {
  /** Controls are defined and the engine is there: the native ones may go. */
  ready = $state(false)
  begun = $state(false)
  /** It would play if there was something to show. */
  stalled = $state(false)
  problem = $state<EngineProblem>()
  qualities = $state.raw<Quality[]>([])
  /** The quality chosen by hand, −1 = automatic; the one that plays. */
  chosen = $state(-1)
  playing = $state(-1)
  /** Whether the quality can follow the network. */
  adapts = $state(true)
  speed = $state(1)
  /** Of the captions that are shown. */
  language = $state<string>()
  /** Left is right. */
  mirrored = $state(false)
  theme = $state<PlayerTheme>()
  /** Seconds. */
  now = $state(0)
  length = $state(0)

  readonly #media: HTMLVideoElement
  readonly #options: PlaybackOptions
  readonly #seekBar: SeekBarTracks
  #engine: Engine | undefined
  #views: ViewReporter | undefined
  /** Seconds; over once it was reached. */
  #stop: number | undefined
  /** Ends with this playing, and with its engine: the element plays another video then. */
  readonly #life = new AbortController()
  #engineLife = new AbortController()
  /** Seconds; where playing begins, whatever is remembered. */
  #asked: number | undefined

  constructor(media: HTMLVideoElement, options: PlaybackOptions) {
    this.#media = media
    this.#options = options
    this.#seekBar = new SeekBarTracks(media)
    this.#stop = options.stop
    this.length = options.video.duration
  }

  /** Takes the element over; the returned function gives it back. */
  attach(): () => void {
    const media = this.#media
    players.get(media)?.()
    const listeners: Array<[string, () => void]> = [
      ['play', () => this.#onplay()],
      // The browser chooses tracks by itself when media is loaded.
      ['loadedmetadata', () => showCaptions(media, this.language)],
      ['waiting', () => (this.stalled = true)],
      ['playing', () => this.#onplaying()],
      ['pause', () => this.#onpause()],
      ['timeupdate', () => this.#onmove()],
      ['seeking', () => this.#onmove()],
      ['ended', () => this.#onended()],
      ['volumechange', () => memory.saveVolume(media.volume, media.muted)],
    ]
    const { signal } = this.#life
    for (const [name, listener] of listeners) media.addEventListener(name, listener, { signal })
    void this.#prepare()
    const release = () => {
      if (signal.aborted) return
      this.rememberPlace()
      this.#life.abort()
      this.mirror(false)
      this.#closeEngine()
      this.#views?.destroy()
      this.#seekBar.destroy()
    }
    players.set(media, release)
    return release
  }

  async play(): Promise<void> {
    this.#engine?.start(this.#startPosition())
    try {
      await this.#media.play()
    } catch {
      // The browser waits for a gesture: the big button stays.
    }
  }

  togglePlay(): void {
    if (this.#media.paused) void this.play()
    else this.#media.pause()
  }

  seekTo(seconds: number): void {
    if (!this.begun) {
      this.#asked = seconds
      this.#engine?.start(seconds)
      void this.#media.play().catch(() => undefined)
    }
    this.#media.currentTime = seconds
    this.#media.scrollIntoView({ block: 'center' })
  }

  get engineKind(): Engine['kind'] | undefined {
    return this.#engine?.kind
  }

  figures(): EngineFigures {
    return this.#engine?.figures() ?? {}
  }

  /** Goes there, and keeps playing or standing still as before. */
  placeAt(seconds: number): void {
    this.#asked = seconds
    this.#media.currentTime = seconds
    if (this.begun) return
    // The picture of that place is shown; plain files go there by themselves.
    if (this.#engine?.kind === 'hls.js') this.#engine.start(seconds)
    else this.#media.preload = 'auto'
  }

  chooseQuality(id: number): void {
    this.#engine?.choose(id)
    memory.saveHeight(this.qualities.find((quality) => quality.id === id)?.height)
  }

  setSpeed(value: number, remember = true): void {
    this.speed = Math.round(Math.min(5, Math.max(0.1, value)) * 100) / 100
    this.#media.playbackRate = this.speed
    this.#media.defaultPlaybackRate = this.speed
    if (remember) memory.saveRate(this.speed)
  }

  setCaption(language: string | undefined, remember = true): void {
    this.language = language
    showCaptions(this.#media, language)
    if (remember) memory.saveSubtitle(language)
  }

  toggleCaptions(): void {
    const { captions, locale } = this.#options
    this.setCaption(this.language ? undefined : preferredCaption(captions, [memory.subtitle(), locale]))
  }

  mirror(wanted = !this.mirrored): void {
    this.mirrored = wanted
    this.#media.style.scale = wanted ? '-1 1' : ''
  }

  rememberPlace(): void {
    if (this.begun) rememberPlace(this.#options.video, this.#media)
  }

  retry(): void {
    this.problem = undefined
    const at = this.#media.currentTime
    this.#closeEngine()
    this.ready = false
    this.begun = false
    void this.#prepare().then(() => {
      this.#media.currentTime = at
      void this.play()
    })
  }

  async #prepare(): Promise<void> {
    const { video, autoplay, viewInterval, locale } = this.#options
    const media = this.#media
    this.#applyMemory()
    const controls = Promise.all([defineControls(locale).catch(() => undefined), this.#findTheme()])
    let wanted = autoplay
    const engine = await this.#openEngine(() => (wanted ||= !media.paused))
    if (this.#life.signal.aborted) return engine?.destroy()
    this.#engine = engine
    this.#readEngine()
    this.#views ??= new ViewReporter(video.uuid, media, viewInterval)
    if (!media.paused) this.#onplay()
    else if (wanted) void this.play()
    await controls
    if (this.#life.signal.aborted) return
    this.ready = true
    media.controls = false
    // The picture comes first.
    void this.#seekBar.load(video)
  }

  /** `take` is called when what plays before is about to end. */
  async #openEngine(take: () => void): Promise<Engine | undefined> {
    const { video, plainFiles } = this.#options
    const media = this.#media
    const headers = this.#guardHeaders()
    const fileToken = isGuarded(video) ? await requestFileToken(video.uuid, headers) : undefined
    if (this.#life.signal.aborted) return undefined
    take()
    const own = media.querySelectorAll('source')
    for (const element of own) element.remove()
    if (own.length > 0) media.load()
    const preferredHeight = memory.height()
    this.#engineLife = new AbortController()
    return attachEngine({
      signal: this.#engineLife.signal,
      video: media,
      source: video,
      headers,
      plainFiles,
      ...(fileToken ? { fileToken } : {}),
      ...(preferredHeight ? { preferredHeight } : {}),
      onChange: () => this.#readEngine(),
      onProblem: (cause) => (this.problem = cause),
    })
  }

  async #findTheme(): Promise<void> {
    const { video, theme } = this.#options
    const options = { params: { id: video.uuid }, headers: this.#guardHeaders() }
    this.theme =
      readTheme(theme) ?? readTheme((await call(getVideoPlayerSettings, options).catch(() => undefined))?.theme)
  }

  #closeEngine(): void {
    this.#engine?.destroy()
    this.#engineLife.abort()
    this.#engine = undefined
  }

  #guardHeaders(): Record<string, string> {
    const { video, password } = this.#options
    const headers: Record<string, string> = {}
    if (!isGuarded(video)) return headers
    if (credentials.accessToken) headers['authorization'] = `Bearer ${credentials.accessToken}`
    if (password) headers['x-peertube-video-password'] = password
    return headers
  }

  #applyMemory(): void {
    const { captions, muted, rate, subtitle } = this.#options
    this.#media.volume = Math.min(1, Math.max(0, memory.volume() ?? 1))
    this.#media.muted = muted ?? memory.muted()
    this.setSpeed(rate ?? memory.rate() ?? 1, false)
    const wanted = subtitle ?? memory.subtitle()
    this.setCaption(captions.some((caption) => caption.language.id === wanted) ? wanted : undefined, false)
  }

  #startPosition(): number {
    return this.#asked ?? startPosition(this.#options.video, this.#options.start)
  }

  #readEngine(): void {
    if (!this.#engine) return
    this.adapts = this.#engine.kind !== 'progressive'
    this.qualities = this.#engine.qualities()
    this.chosen = this.#engine.chosen()
    this.playing = this.#engine.playing()
  }

  #onplay(): void {
    this.begun = true
    this.problem = undefined
    this.#engine?.start(this.#startPosition())
  }

  #onplaying(): void {
    this.stalled = false
    this.#views?.played()
  }

  #onpause(): void {
    this.stalled = false
    this.rememberPlace()
  }

  #onmove(): void {
    const media = this.#media
    this.now = media.currentTime
    if (Number.isFinite(media.duration)) this.length = media.duration
    this.#views?.moved()
    if (this.#stop && media.currentTime >= this.#stop && !media.paused) {
      media.pause()
      this.#stop = undefined
    }
  }

  #onended(): void {
    this.#views?.ended()
    watched.forget(this.#options.video.uuid)
  }
}

async function requestFileToken(id: string, headers: Record<string, string>): Promise<string | undefined> {
  const answer = await call(requestVideoToken, { params: { id }, headers }).catch(() => undefined)
  return answer?.files.token
}
