import { mount, unmount } from 'svelte'
import { loadMessages } from '#lib/i18n/locales.ts'

/**
 * Suggestions below a field for searching, from the first time on that it has the focus; their script comes then.
 * `context`: of the component that asks, so that they speak its language. Returns how to take them away.
 */
export function offerSuggestions(input: HTMLInputElement, locale: string, context: Map<unknown, unknown>): () => void {
  const life = new AbortController()
  const begin = async () => {
    const [{ default: Suggestions }] = await Promise.all([import('./Suggestions.svelte'), loadMessages(locale, 'late')])
    const target = input.form?.parentElement?.closest('search') ?? input.form
    if (!target || life.signal.aborted) return
    const shown = mount(Suggestions, { target, props: { input }, context })
    life.signal.addEventListener('abort', () => void unmount(shown))
  }
  if (document.activeElement === input) void begin()
  else input.addEventListener('focus', begin, { once: true, signal: life.signal })
  return () => life.abort()
}
