import type { I18n } from '#lib/i18n/i18n.ts'
import { toasts } from './toasts.svelte.ts'

/** To be taken elsewhere. Pages without https may not write to the clipboard: they show the text instead. */
export async function copyText({ t }: Pick<I18n, 't'>, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toasts.show(t('action.copied'))
  } catch {
    toasts.show(text)
  }
}
