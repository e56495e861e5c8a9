import { isHttpError } from '@sveltejs/kit'
import { loadActor } from '#lib/actor/load-actor.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

/** An account, else a channel of that name (spec 09 §2.7). */
export const load: PageLoad = async ({ params, url, fetch, parent }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late')
  try {
    return { view: await loadActor('account', params.handle, url, fetch, locale) }
  } catch (problem) {
    if (!isHttpError(problem, 404)) throw problem
    return { view: await loadActor('channel', params.handle, url, fetch, locale) }
  }
}
