import { loadMessages } from '#lib/i18n/locales.ts'
import type { I18n, MessageKey } from '#lib/i18n/i18n.ts'
import { problemText } from '#lib/i18n/problem-text.ts'
import { toasts } from '#lib/ui/toasts.svelte.ts'

/** Says at the bottom of the page what did not work; the message has `{cause}`. */
export async function sayFailure(i18n: I18n, key: MessageKey, problem: unknown): Promise<void> {
  await loadMessages(i18n.locale, 'late', 'social')
  toasts.show(i18n.t(key, { cause: problemText(i18n, problem) }), { tone: 'error' })
}
