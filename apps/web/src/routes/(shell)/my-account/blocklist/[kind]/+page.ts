import { error } from '@sveltejs/kit'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ params: { kind }, parent }) => {
  if (kind !== 'accounts' && kind !== 'servers') error(404)
  const { locale } = await parent()
  await loadMessages(locale, 'table', 'moderation')
  return { kind }
}
