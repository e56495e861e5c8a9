import type { I18n, MessageKey } from '#lib/i18n/i18n.ts'
import { labelOf } from './say-setting.ts'
import { fieldsOf, sectionIds, sections, type SectionId, type SettingPath } from './setting-table.ts'

export interface FoundSetting {
  path: SettingPath
  section: SectionId
  label: string
  hint: string
}

/** Settings whose name, consequence, group or name in the API has all these words. */
export function findSettings(i18n: I18n, text: string): FoundSetting[] {
  const plain = (one: string) => one.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase(i18n.locale)
  const words = plain(text).split(/\s+/).filter(Boolean)
  const found: FoundSetting[] = []
  for (const section of sectionIds) {
    for (const group of sections[section]) {
      const title = i18n.t(`settings.group.${group.id}` as MessageKey)
      for (const [path, field] of fieldsOf(group)) {
        const label = labelOf(i18n, path, field)
        const hint = field.kind === 'resolution' ? title : i18n.t(`settings.${path}.hint` as MessageKey)
        const said = plain(`${label} ${hint} ${title} ${path}`)
        if (words.every((word) => said.includes(word))) found.push({ path, section, label, hint })
      }
    }
  }
  return found
}
