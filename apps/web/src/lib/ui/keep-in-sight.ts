/** For rows that scroll sideways: what is reached by keys comes into sight wholly. A press must not move its target. */
export function keepInSight({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
