import { store } from '../session/store.ts'

/** What the player remembers between videos, under PeerTube's keys (spec 09 §12). */
const key = (name: string): string => `peertube-videojs-${name}`

function number(name: string): number | undefined {
  const text = store.get(key(name))
  return text === null || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}

export const memory = {
  volume: () => number('volume'),
  muted: () => store.get(key('mute')) === 'true',
  rate: () => number('playback-rate'),
  height: () => number('preferred-resolution'),
  subtitle: () => store.get(key('last-subtitle')) ?? undefined,

  saveVolume(volume: number, muted: boolean): void {
    store.set(key('volume'), String(volume))
    store.set(key('mute'), String(muted))
  },
  saveRate: (rate: number) => store.set(key('playback-rate'), String(rate)),
  saveHeight(height: number | undefined): void {
    if (height === undefined) store.remove(key('preferred-resolution'))
    else store.set(key('preferred-resolution'), String(height))
  },
  saveSubtitle(language: string | undefined): void {
    if (language === undefined) store.remove(key('last-subtitle'))
    else store.set(key('last-subtitle'), language)
  },
  saveTheatre: (wide: boolean) => store.set(key('theater-enabled'), String(wide)),
}
