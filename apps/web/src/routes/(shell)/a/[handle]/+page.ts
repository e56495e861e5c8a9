import { loadActor } from '#lib/actor/load-actor.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ params, url, fetch, parent, depends }) => {
  depends('sepiola:viewer')
  const { locale } = await parent()
  await loadMessages(locale, 'late')
  return { view: await loadActor('account', params.handle, url, fetch, locale) }
}
