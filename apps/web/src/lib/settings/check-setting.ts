import type { MessageKey } from '#lib/i18n/i18n.ts'
import type { BrokenRule } from './contract-rules.ts'
import type { SettingField, SettingPath } from './setting-table.ts'

export interface WrongSetting {
  key: MessageKey
  values?: Record<string, number>
}

/** What is wrong with a value as it stands in its field, beyond what the contract says. */
export function checkSetting(path: SettingPath, field: SettingField, value: unknown): WrongSetting | undefined {
  switch (field.kind) {
    case 'text':
      if (typeof value !== 'string') return undefined
      if (field.required && !value.trim()) return { key: 'settings.wrong.required' }
      if (field.type === 'url' && value && !isWebAddress(value)) return { key: 'settings.wrong.url' }
      if (path === 'instance.defaultClientRoute' && !/^\/(?!\/)/.test(value)) return { key: 'settings.wrong.path' }
      return undefined
    case 'number':
    case 'limit': {
      const min = field.kind === 'number' ? field.min : 1
      if (field.kind === 'limit' && value === field.none) return undefined
      if (!Number.isInteger(value)) return { key: 'settings.wrong.whole' }
      return Number(value) < min ? { key: 'settings.wrong.min', values: { min } } : undefined
    }
    case 'colour':
      return isCss('color', value) ? undefined : { key: 'settings.colour.wrong' }
    case 'radius':
      return isCss('border-radius', value) ? undefined : { key: 'settings.radius.wrong' }
    default:
      return undefined
  }
}

export function ruleText(broken: BrokenRule): WrongSetting {
  switch (broken.rule) {
    case 'min':
      return { key: 'settings.wrong.min', values: { min: broken.limit } }
    case 'max':
      return { key: 'settings.wrong.max', values: { max: broken.limit } }
    case 'whole':
      return { key: 'settings.wrong.whole' }
    case 'email':
      return { key: 'settings.wrong.email' }
    case 'other':
      return { key: 'form.refused' }
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

function isCss(property: string, value: unknown): boolean {
  return value === null || (typeof value === 'string' && CSS.supports(property, value))
}
