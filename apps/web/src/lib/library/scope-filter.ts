import type { I18n } from '#lib/i18n/i18n.ts'
import type { Filter } from '#lib/ui/table/table.ts'

/** Whose things a list shows: one's own, or also those of the channels that one helps with. */
export function scopeFilter({ t }: Pick<I18n, 't'>): Filter {
  return {
    key: 'scope',
    label: t('my.whose'),
    standard: t('my.own'),
    choices: [{ value: 'all', label: t('my.withCollaborations') }],
  }
}

export function scopeQuery({ scope }: Readonly<Record<string, string>>): { includeCollaborations?: true } {
  return scope ? { includeCollaborations: true } : {}
}
