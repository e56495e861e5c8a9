import { goto } from '$app/navigation'
import { session } from '#lib/session/session.svelte.ts'
import { shortcutsAreOff } from './shortcuts-off.ts'

/** Two keys one after the other, and where they lead (spec 09 §5). */
const ways: Readonly<Record<string, { href: string; member?: true }>> = {
  'g o': { href: '/videos/overview' },
  'g v': { href: '/videos/browse' },
  'g p': { href: '/videos/publish' },
  'g l': { href: '/login' },
  'm s': { href: '/videos/subscriptions', member: true },
  'm v': { href: '/my-library/videos', member: true },
  'm i': { href: '/my-library/video-imports', member: true },
  'm c': { href: '/my-library/video-channels', member: true },
  'm p': { href: '/my-library/video-playlists', member: true },
}

/** ms between the two. */
const together = 1500

/** Keys that work on every page, unless what has the focus takes them. */
class Shortcuts {
  /** The list of keys is shown. */
  helping = $state(false)
  #first = ''
  #at = 0

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (
      (event.target as Element).closest('input, textarea, select, [contenteditable], dialog, [popover], [role="menu"]')
    )
      return
    if (shortcutsAreOff()) return
    const first = event.timeStamp - this.#at < together ? this.#first : ''
    this.#first = event.key
    this.#at = event.timeStamp
    if (this.#follow(`${first} ${event.key}`) || this.#act(event.key)) event.preventDefault()
  }

  #follow(keys: string): boolean {
    const way = ways[keys]
    if (!way || (way.member && !session.me)) return false
    this.#first = ''
    void goto(way.href)
    return true
  }

  #act(key: string): boolean {
    if (key === '?') this.helping = true
    else if (key === '/' || key === 's') document.querySelector<HTMLElement>('header input[type="search"]')?.focus()
    else if (key === 'b') document.querySelector<HTMLElement>('header .rail-toggle')?.click()
    else return false
    return true
  }
}

export const shortcuts = new Shortcuts()
