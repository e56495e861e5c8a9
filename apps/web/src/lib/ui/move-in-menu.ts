/** Moves the focus in a menu by arrows, Home and End; false when the key is not about that. */
export function moveInMenu(menu: HTMLElement, event: KeyboardEvent): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }
  const step = steps[event.key]
  if (step === undefined) return false
  items[(step + items.length) % items.length]?.focus()
  return true
}
