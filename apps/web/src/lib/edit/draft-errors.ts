import type { I18n, MessageKey } from '#lib/i18n/i18n.ts'
import type { DraftProblem } from './draft.ts'

const texts: Record<DraftProblem, MessageKey> = {
  name: 'edit.titleLength',
  description: 'edit.descriptionLength',
  support: 'manage.supportLength',
  tags: 'edit.tagsWrong',
  password: 'edit.passwordsHint',
  publishAt: 'manage.publishAtWrong',
}

/** What is wrong, in the person's words, by field. */
export function draftErrors({ t }: I18n, problems: ReadonlySet<DraftProblem>): Partial<Record<DraftProblem, string>> {
  return Object.fromEntries([...problems].map((problem) => [problem, t(texts[problem])]))
}
