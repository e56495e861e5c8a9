import type { I18n, MessageKey } from '../i18n/i18n.ts'
import type { WatchedVideo } from '../api/types.ts'
import type { Playback } from './playback.svelte.ts'

interface Figure {
  label: MessageKey
  value: string
}

const kinds = { 'hls.js': 'HLS (hls.js)', native: 'HLS', progressive: 'HTTP' } as const

/** How playing goes just now, for those who look for the cause of something. */
export function readFigures(i18n: I18n, video: WatchedVideo, media: HTMLVideoElement, playback: Playback): Figure[] {
  const { t, number, percent } = i18n
  const { codecs, bandwidth } = playback.figures()
  const quality = playback.qualities.find(({ id }) => id === playback.playing)
  const { totalVideoFrames, droppedVideoFrames } = media.getVideoPlaybackQuality()
  const megabits = (bits: number) => t('playerStats.mbit', { rate: Math.round(bits / 100_000) / 10 })
  const box = media.getBoundingClientRect()
  const ratio = Math.round(devicePixelRatio * 100) / 100
  const rows: Array<[MessageKey, string | undefined]> = [
    ['playerStats.id', video.uuid],
    ['playerStats.way', playback.engineKind && kinds[playback.engineKind]],
    [
      'playerStats.quality',
      quality && [quality.label, quality.fps && t('player.fps', { fps: quality.fps })].filter(Boolean).join(' · '),
    ],
    ['playerStats.picture', media.videoWidth > 0 ? `${media.videoWidth} × ${media.videoHeight}` : undefined],
    [
      'playerStats.screen',
      `${Math.round(box.width)} × ${Math.round(box.height)}${ratio === 1 ? '' : ` (${number(ratio)}×)`}`,
    ],
    ['playerStats.codecs', codecs],
    ['playerStats.frames', t('playerStats.ofFrames', { dropped: droppedVideoFrames, total: totalVideoFrames })],
    ['playerStats.buffer', t('playerStats.seconds', { seconds: Math.round(ahead(media) * 10) / 10 })],
    ['playerStats.bandwidth', bandwidth ? megabits(bandwidth) : undefined],
    ['playerStats.volume', media.muted ? t('playerStats.muted') : percent(media.volume)],
  ]
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** Seconds that are there to be played without the network. */
function ahead({ buffered, currentTime }: HTMLVideoElement): number {
  for (let index = 0; index < buffered.length; index++) {
    if (buffered.start(index) <= currentTime + 0.1 && buffered.end(index) >= currentTime) {
      return buffered.end(index) - currentTime
    }
  }
  return 0
}
