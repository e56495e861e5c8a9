import type { I18n, MessageKey } from '#lib/i18n/i18n.ts'
import type { Measure } from './setting-table.ts'

export interface Unit {
  /** In what the API counts: bytes, ms or pieces. */
  size: number
  label?: MessageKey
}

/** Smallest first. */
export const units: Readonly<Record<Measure, readonly Unit[]>> = {
  count: [{ size: 1 }],
  bytes: [
    { size: 1024 ** 2, label: 'settings.unit.mb' },
    { size: 1024 ** 3, label: 'settings.unit.gb' },
    { size: 1024 ** 4, label: 'settings.unit.tb' },
  ],
  duration: [
    { size: 1000, label: 'settings.unit.seconds' },
    { size: 60_000, label: 'settings.unit.minutes' },
    { size: 3_600_000, label: 'settings.unit.hours' },
    { size: 86_400_000, label: 'settings.unit.days' },
  ],
}

/** The largest unit in which it is a whole number, else the smallest one. */
export function fittingUnit(measure: Measure, amount: number | null): Unit {
  const known = units[measure]
  return known.findLast(({ size }) => amount !== null && amount > 0 && amount % size === 0) ?? known[0]!
}

export function sayAmount({ t, number }: I18n, measure: Measure, amount: number): string {
  const { size, label } = fittingUnit(measure, amount)
  return label ? `${number(amount / size)} ${t(label)}` : number(amount)
}
