import type { Caption } from '../api/types.ts'
import type { I18n } from '../i18n/i18n.ts'
import type { Playback } from './playback.svelte.ts'
import type { Choice, Setting } from './SettingsMenu.svelte'

export const speeds = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3]
/** Frames per second above which a quality says them. */
const usualFps = 32

/** What the menu offers now: quality (once known), speed, captions (where there are some). */
export function listSettings({ t }: I18n, playback: Playback, captions: readonly Caption[]): Setting[] {
  const list: Setting[] = []
  if (playback.qualities.length > 0) {
    list.push({
      id: 'quality',
      label: t('player.quality'),
      current: String(playback.chosen),
      choices: listQualities(t, playback),
      choose: (value) => playback.chooseQuality(Number(value)),
    })
  }
  list.push({
    id: 'speed',
    label: t('player.speed'),
    current: String(playback.speed),
    choices: speeds.map((value) => ({
      value: String(value),
      label: value === 1 ? t('player.normalSpeed') : t('player.times', { speed: value }),
    })),
    choose: (value) => playback.setSpeed(Number(value)),
  })
  if (captions.length > 0) {
    list.push({
      id: 'captions',
      label: t('player.captions'),
      current: playback.language ?? '',
      choices: [{ value: '', label: t('player.captionsOff') }, ...captions.map((caption) => toChoice(t, caption))],
      choose: (value) => playback.setCaption(value || undefined),
    })
  }
  list.push({
    id: 'mirror',
    label: t('player.mirror'),
    current: String(playback.mirrored),
    choices: [
      { value: 'false', label: t('player.mirrorOff') },
      { value: 'true', label: t('player.mirrorOn') },
    ],
    choose: (value) => playback.mirror(value === 'true'),
  })
  return list
}

function listQualities(t: I18n['t'], { qualities, chosen, playing, adapts }: Playback): Choice[] {
  const current = qualities.find((quality) => quality.id === playing)
  const auto = { value: '-1', label: t('player.auto'), ...(chosen === -1 && current ? { note: current.label } : {}) }
  return [
    ...(adapts ? [auto] : []),
    ...qualities.map(({ id, label, fps }) => ({
      value: String(id),
      label,
      ...(fps > usualFps ? { note: t('player.fps', { fps }) } : {}),
    })),
  ]
}

function toChoice(t: I18n['t'], { language, automaticallyGenerated }: Caption): Choice {
  const note = automaticallyGenerated ? { note: t('player.automatic') } : {}
  return { value: language.id ?? '', label: language.label, ...note }
}
