import { shortcutsAreOff } from '#lib/shell/shortcuts-off.ts'

export type HotkeyAction =
  | {
      do:
        | 'toggle-play'
        | 'mute'
        | 'fullscreen'
        | 'captions'
        | 'theatre'
        | 'picture-in-picture'
        | 'mirror'
        | 'next'
        | 'previous'
    }
  | { do: 'seek-by' | 'volume-by' | 'rate-by' | 'frame-by'; amount: number }
  | { do: 'seek-to'; share: number }

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a key does (spec 09 §5); by position for keyboards without Latin letters. Undefined = not ours. */
export function actionOf(event: Pressed): HotkeyAction | undefined {
  if (event.key === 'Enter' && event.ctrlKey) return { do: 'fullscreen' }
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (/^[0-9]$/.test(event.key)) return { do: 'seek-to', share: Number(event.key) / 10 }
  const latin = /^[\x20-\x7e]$/.test(event.key) || event.key.length > 1
  const letter = latin ? event.key : event.code.replace(/^Key/, '')
  switch (letter.length === 1 ? letter.toLowerCase() : letter) {
    case ' ':
    case 'k':
    case 'MediaPlayPause':
      return { do: 'toggle-play' }
    case 'j':
      return { do: 'seek-by', amount: -10 }
    case 'l':
      return event.shiftKey ? undefined : { do: 'seek-by', amount: 10 }
    case 'ArrowLeft':
      return { do: 'seek-by', amount: -5 }
    case 'ArrowRight':
      return { do: 'seek-by', amount: 5 }
    case 'ArrowUp':
      return { do: 'volume-by', amount: 0.1 }
    case 'ArrowDown':
      return { do: 'volume-by', amount: -0.1 }
    case 'm':
      return { do: 'mute' }
    case 'n':
      return event.shiftKey ? { do: 'next' } : undefined
    case 'p':
      return event.shiftKey ? { do: 'previous' } : undefined
    case 'f':
      return { do: 'fullscreen' }
    case 'c':
      return { do: 'captions' }
    case 't':
      return { do: 'theatre' }
    case 'h':
      return { do: 'mirror' }
    case 'i':
      return { do: 'picture-in-picture' }
    case '<':
      return { do: 'rate-by', amount: -0.1 }
    case '>':
      return { do: 'rate-by', amount: 0.1 }
    case ',':
      return { do: 'frame-by', amount: -1 / 30 }
    case '.':
      return { do: 'frame-by', amount: 1 / 30 }
    default:
      return undefined
  }
}

/** What a key that is pressed anywhere on the page does to the player in this frame; arrows do only in it, or nowhere. */
export function hotkeyOf(event: KeyboardEvent, frame: Element): HotkeyAction | undefined {
  const target = event.target as Element
  const inside = frame.contains(target)
  if (event.defaultPrevented || (!inside && shortcutsAreOff()) || isTakenBy(target, event.key)) return undefined
  const nowhere = target === document.body || target.id === 'main'
  return event.key.startsWith('Arrow') && !inside && !nowhere ? undefined : actionOf(event)
}

/** True where the key belongs to what has the focus: text fields, menus, sliders, pressed buttons. */
function isTakenBy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('input, textarea, select, [contenteditable], dialog, [popover]')) return true
  if (target.closest('media-time-range, media-volume-range, [role="slider"]')) return key.startsWith('Arrow')
  if (target.closest('[role="menu"]')) return true
  const pressable =
    target.closest('button, a, summary, [role="button"]') ??
    target.closest('media-play-button, media-mute-button, media-fullscreen-button, media-pip-button')
  return pressable !== null && (key === ' ' || key === 'Enter')
}
