import type { I18n } from '#lib/i18n/i18n.ts'
import { loadVideoLabels } from '#lib/search/video-labels.ts'

export type LabelChoice<T> = { value: T; label: string }

/** What a video can be said to be, “none” first; empty until it has arrived. */
export interface LabelChoices {
  categories: Array<LabelChoice<number | null>>
  licences: Array<LabelChoice<number | null>>
  languages: Array<LabelChoice<string | null>>
}

export const noLabelChoices: LabelChoices = { categories: [], licences: [], languages: [] }

export async function loadLabelChoices({ t, locale }: I18n): Promise<LabelChoices> {
  const labels = await loadVideoLabels(fetch, locale)
  const none = { value: null, label: t('edit.none') }
  const sorted = (of: Record<string, string>) => Object.entries(of).toSorted((a, b) => a[1].localeCompare(b[1], locale))
  const numbered = (list: Array<[string, string]>) => [
    none,
    ...list.map(([value, label]) => ({ value: Number(value), label })),
  ]
  return {
    categories: numbered(sorted(labels.categories)),
    licences: numbered(Object.entries(labels.licences)),
    languages: [none, ...sorted(labels.languages).map(([value, label]) => ({ value, label }))],
  }
}
