import { browser } from '$app/env'
import { isHydrated } from '#lib/api/call.ts'
import { i18nOf } from '#lib/i18n/i18n.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import { nextTask } from '#lib/ui/later.ts'
import type { LayoutLoad } from './$types'

export const load: LayoutLoad = async ({ data, route }) => {
  const { config, locale } = data
  const [messages, announced] = await Promise.all([
    // The start page has words of its own, which need not wait for those of all pages.
    loadMessages(locale, 'core', ...(route.id === '/(shell)' ? (['browse'] as const) : [])),
    // Its script comes with pages that have one; embeds have none.
    config.broadcastMessage && route.id?.startsWith('/(shell)') && import('#lib/shell/Broadcast.svelte'),
  ])
  if (browser && !isHydrated()) {
    // The first number that it writes takes a browser as long as hydration.
    i18nOf(locale, messages).number(0)
    await nextTask()
  }
  return { ...data, messages, Broadcast: announced && announced.default }
}
