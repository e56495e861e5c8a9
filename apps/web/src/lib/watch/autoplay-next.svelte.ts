import { saveMe } from '#lib/account/my-user.ts'
import { session } from '#lib/session/session.svelte.ts'
import { store } from '#lib/session/store.ts'

type Kind = 'next' | 'playlist'
const keys = { next: 'auto_play_next_video', playlist: 'auto_play_video_playlist' } as const
const settings = { next: 'autoPlayNextVideo', playlist: 'autoPlayNextVideoPlaylist' } as const

/** Whether another video begins when one ends: the account's setting, else this browser's (spec 09 §12). */
class AutoplayNext {
  readonly #kind: Kind
  #here = $state(false)

  /** `otherwise`: where nobody has chosen. */
  constructor(kind: Kind, otherwise: boolean) {
    this.#kind = kind
    const chosen = store.get(keys[kind])
    this.#here = chosen === null ? otherwise : chosen === 'true'
  }

  get wanted(): boolean {
    return session.me ? session.me[settings[this.#kind]] : this.#here
  }

  /** Rejects when the account could not be changed. */
  async choose(wanted: boolean): Promise<void> {
    if (session.me) return saveMe({ [settings[this.#kind]]: wanted })
    this.#here = wanted
    store.set(keys[this.#kind], String(wanted))
  }
}

export const autoplayNext = new AutoplayNext('next', false)
export const autoplayPlaylist = new AutoplayNext('playlist', true)
