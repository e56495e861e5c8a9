import type { I18n, MessageKey } from '#lib/i18n/i18n.ts'

const known = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12] as const
const ended = new Set([1, 4, 5, 7, 8, 11, 12])
const failed = new Set([7, 8, 11, 12])

/** The state of a video in words (spec 01 §10). */
export function stateText({ t }: I18n, state: number): string {
  return t(known.some((one) => one === state) ? (`my.state.${state}` as MessageKey) : 'my.state.other')
}

/** Whether it will change by itself. */
export const isUnderWay = (state: number): boolean => !ended.has(state)
export const hasFailed = (state: number): boolean => failed.has(state)
