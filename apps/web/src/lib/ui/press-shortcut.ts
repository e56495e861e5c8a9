import { shortcutsAreOff } from '../shell/shortcuts-off.ts'

/** Presses the button that has this key: `aria-keyshortcuts="Shift+L"` is both what is said and what is done. */
export function pressShortcut(event: KeyboardEvent): void {
  if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.repeat || shortcutsAreOff()) return
  if ((event.target as Element).closest('input, textarea, select, [contenteditable], dialog')) return
  const letter = /^[A-Z]$/.test(event.key) ? event.key : event.code.replace(/^Key/, '')
  if (/^[A-Z]$/.test(letter)) document.querySelector<HTMLElement>(`[aria-keyshortcuts="Shift+${letter}"]`)?.click()
}
