import type { I18n } from '#lib/i18n/i18n.ts'
import type { Choice } from '#lib/ui/table/table.ts'

/** Automatic tags as one chooses among them: lists by their name, the one of the core in words. */
export function tagChoices(t: I18n['t'], tags: readonly { name: string; type: string }[]): Choice[] {
  return tags.map(({ name, type }) => ({
    value: name,
    label: type === 'core' && name === 'external-link' ? t('words.externalLink') : name,
  }))
}
