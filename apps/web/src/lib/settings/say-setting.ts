import type { I18n, MessageKey } from '#lib/i18n/i18n.ts'
import { sayShort } from '#lib/ui/form/field-props.ts'
import type { Measure, SettingField, SettingPath } from './setting-table.ts'
import { sayAmount } from './units.ts'

/** The words of a setting. */
export const labelKey = (path: SettingPath): MessageKey => `settings.${path}` as MessageKey

export function labelOf({ t }: I18n, path: SettingPath, field: SettingField): string {
  if (field.kind !== 'resolution') return t(labelKey(path))
  const height = heightOf(path)
  return height === 0 ? t('settings.resolution.0') : t('settings.resolution', { height: String(height) })
}

export function heightOf(path: SettingPath): number {
  return Number.parseInt(path.slice(path.lastIndexOf('.') + 1), 10)
}

export function sayLimit(i18n: I18n, value: unknown, none: unknown, measure: Measure): string {
  if (value === none) return i18n.t('settings.limit.none')
  return typeof value === 'number' ? sayAmount(i18n, measure, value) : '–'
}

/** A value in words where they are short. */
export function saySetting(i18n: I18n, path: SettingPath, field: SettingField, value: unknown): string | undefined {
  switch (field.kind) {
    case 'toggle':
    case 'resolution':
      return i18n.t(value ? 'form.on' : 'form.off')
    case 'limit':
      return sayLimit(i18n, value, field.none, field.measure)
    case 'choice':
      return i18n.t(`settings.${path}.${String(value)}` as MessageKey)
    default:
      return sayShort(value)
  }
}
