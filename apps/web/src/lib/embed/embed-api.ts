import type { Caption } from '#lib/api/types.ts'
import { speeds } from '#lib/player/list-settings.ts'
import type { Playback } from '#lib/player/playback.svelte.ts'
import { EmbedChannel } from './embed-channel.ts'

/** What plays now. */
export interface EmbedPlayer {
  media: HTMLVideoElement
  playback: Playback
  captions: readonly Caption[]
}

export interface EmbedApiOptions {
  scope: string
  /** Of the quality that follows the network. */
  automaticLabel: string
  setPassword: (password: string) => void
  /** From 1. */
  position: () => number
  /** To the next (1) or the previous (−1) video of a playlist. */
  move: (step: 1 | -1) => void
}

/** ms between two reports of where playing stands. */
const reportInterval = 500

type Status = 'unstarted' | 'playing' | 'paused' | 'ended'

/** The page around this frame plays by remote control (spec 09 §11). */
export class EmbedApi {
  readonly #channel: EmbedChannel
  readonly #options: EmbedApiOptions
  #player: EmbedPlayer | undefined
  /** Requests that came while nothing could play. */
  #waiting: ((player: EmbedPlayer) => void)[] = []
  #wasReady = false

  constructor(page: Window, options: EmbedApiOptions) {
    this.#options = options
    this.#channel = new EmbedChannel(page, options.scope, this.#methods())
  }

  /** The player takes and answers requests until the returned function is called. */
  attach(player: EmbedPlayer): () => void {
    const { media } = player
    this.#player = player
    for (const go of this.#waiting.splice(0)) go(player)
    if (!this.#wasReady) this.#channel.notify('ready', true)
    this.#wasReady = true
    const change = (status: Status) => this.#channel.notify('playbackStatusChange', status)
    const listeners: [string, () => void][] = [
      ['play', () => change('playing')],
      // Browsers pause at the end, too.
      ['pause', () => media.ended || change('paused')],
      ['ended', () => change('ended')],
      ['volumechange', () => this.#channel.notify('volumeChange', media.volume)],
    ]
    for (const [name, listener] of listeners) media.addEventListener(name, listener)
    const timer = setInterval(() => this.#report(player), reportInterval)
    return () => {
      clearInterval(timer)
      for (const [name, listener] of listeners) media.removeEventListener(name, listener)
      if (this.#player === player) this.#player = undefined
    }
  }

  /** Qualities are known, or another one plays. */
  resolutionsChanged(player: EmbedPlayer): void {
    this.#channel.notify('resolutionUpdate', this.#resolutions(player))
  }

  destroy(): void {
    this.#channel.destroy()
  }

  #methods(): Record<string, (params: unknown) => unknown> {
    const { setPassword, position, move } = this.#options
    /** Asked for too early, it is done as soon as something can play. */
    const when = <T>(act: (player: EmbedPlayer, params: unknown) => T) => {
      return async (params: unknown) => act(await this.#whenPlayer(), params)
    }
    return {
      isReady: () => this.#wasReady,
      isPlaying: () => this.#player !== undefined && statusOf(this.#player) === 'playing',
      play: when(({ playback }) => playback.play()),
      pause: when(({ media }) => media.pause()),
      seek: when(({ playback }, seconds) => playback.placeAt(numberOf(seconds))),
      getCurrentTime: when(({ media }) => media.currentTime),
      setVolume: when(({ media }, volume) => {
        media.volume = Math.min(1, Math.max(0, numberOf(volume)))
      }),
      getVolume: when(({ media }) => media.volume),
      getResolutions: when((player) => this.#resolutions(player)),
      setResolution: when(({ playback }, id) => playback.chooseQuality(numberOf(id))),
      getPlaybackRates: () => speeds,
      getPlaybackRate: when(({ playback }) => playback.speed),
      setPlaybackRate: when(({ playback }, rate) => playback.setSpeed(numberOf(rate), false)),
      getCaptions: when(({ captions, playback }) =>
        captions.map(({ language, fileUrl, captionPath }) => ({
          id: language.id,
          label: language.label,
          src: fileUrl ?? captionPath,
          mode: language.id === playback.language ? 'showing' : 'disabled',
        })),
      ),
      setCaption: when(({ captions, playback }, id) =>
        playback.setCaption(captions.find(({ language }) => language.id === id)?.language.id ?? undefined, false),
      ),
      playNextVideo: () => move(1),
      playPreviousVideo: () => move(-1),
      getCurrentPosition: position,
      setVideoPassword: (password) => setPassword(String(password)),
      getImageDataUrl: when(({ media }) => pictureOf(media)),
    }
  }

  #whenPlayer(): Promise<EmbedPlayer> {
    const player = this.#player
    return player ? Promise.resolve(player) : new Promise((resolve) => this.#waiting.push(resolve))
  }

  #resolutions({ playback }: EmbedPlayer) {
    const { qualities, chosen, playing, adapts } = playback
    const height = qualities.find(({ id }) => id === playing)?.height ?? 0
    const automatic = { id: -1, label: this.#options.automaticLabel, height, active: chosen === -1 }
    const fixed = qualities.map(({ id, label, height }) => ({ id, label, height, active: id === chosen }))
    return adapts ? [automatic, ...fixed] : fixed
  }

  #report(player: EmbedPlayer): void {
    const { media, playback } = player
    this.#channel.notify('playbackStatusUpdate', {
      position: media.currentTime,
      volume: media.volume,
      duration: playback.length,
      playbackState: statusOf(player),
    })
  }
}

function statusOf({ media, playback }: EmbedPlayer): Status {
  if (!playback.begun) return 'unstarted'
  if (media.ended) return 'ended'
  return media.paused ? 'paused' : 'playing'
}

function numberOf(value: unknown): number {
  const number = Number(value)
  if (value === null || !Number.isFinite(number)) throw new TypeError(`${String(value)} is not a number.`)
  return number
}

/** The current picture as a JPEG data URL. */
function pictureOf(media: HTMLVideoElement): string {
  if (media.videoWidth === 0) throw new Error('There is no picture yet.')
  const canvas = document.createElement('canvas')
  canvas.width = media.videoWidth
  canvas.height = media.videoHeight
  canvas.getContext('2d')?.drawImage(media, 0, 0)
  return canvas.toDataURL('image/jpeg')
}
