import type { I18n } from '../i18n/i18n.ts'
import type { HotkeyAction } from './hotkeys.ts'
import type { Playback } from './playback.svelte.ts'
import type { Steps } from './steps.ts'

export interface HotkeyTargets {
  media: HTMLVideoElement
  controller: HTMLElement
  playback: Playback
  i18n: I18n
  /** Says for a moment what happened. */
  show: (text: string) => void
  steps: Steps
  ontheatre: (() => void) | undefined
}

/** False when there is nothing here that the key could do. */
export function runHotkey(action: HotkeyAction, targets: HotkeyTargets): boolean {
  const { media, controller, playback, i18n, show, steps, ontheatre } = targets
  switch (action.do) {
    case 'toggle-play':
      playback.togglePlay()
      return true
    case 'mute':
      media.muted = !media.muted
      return true
    case 'fullscreen':
      controller.dispatchEvent(request(document.fullscreenElement ? 'exit' : 'enter', 'fullscreen'))
      return true
    case 'picture-in-picture':
      if (document.pictureInPictureElement) void document.exitPictureInPicture()
      else void media.requestPictureInPicture?.().catch(() => undefined)
      return true
    case 'mirror':
      playback.mirror()
      return true
    case 'captions':
      playback.toggleCaptions()
      return true
    case 'theatre':
      ontheatre?.()
      return ontheatre !== undefined
    case 'next':
    case 'previous':
      steps[action.do]?.go()
      return steps[action.do] !== undefined
    case 'seek-by':
      media.currentTime = Math.max(0, media.currentTime + action.amount)
      show(i18n.t('player.seconds', { count: action.amount }))
      return true
    case 'seek-to':
      if (Number.isFinite(media.duration)) media.currentTime = media.duration * action.share
      return true
    case 'frame-by':
      if (media.paused) media.currentTime += action.amount
      return true
    case 'volume-by':
      media.muted = false
      media.volume = Math.min(1, Math.max(0, media.volume + action.amount))
      show(i18n.percent(media.volume))
      return true
    case 'rate-by':
      playback.setSpeed(playback.speed + action.amount)
      show(i18n.t('player.times', { speed: playback.speed }))
      return true
  }
}

/** What media-chrome's controller listens for. */
const request = (verb: string, what: string) =>
  new CustomEvent(`media${verb}${what}request`, { bubbles: true, composed: true })
