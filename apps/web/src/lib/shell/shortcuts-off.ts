import { store } from '#lib/session/store.ts'

const key = 'peertube-hotkeys-disabled'

/** Whether single keys do nothing, for those who press them by speech or by accident. */
export const shortcutsAreOff = (): boolean => store.get(key) === 'true'

export const turnShortcuts = (on: boolean): void => (on ? store.remove(key) : store.set(key, 'true'))
