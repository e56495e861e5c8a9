import { getAbout } from '@sepiola/api-client/endpoints/config.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import { call } from '#lib/api/call.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent()
  await loadMessages(locale, 'late')
  const { instance } = (await call(getAbout, { fetch })) as {
    instance: { description: string; terms: string; descriptionHtml?: string; termsHtml?: string }
  }
  if (instance.descriptionHtml !== undefined) {
    return { description: instance.descriptionHtml, terms: instance.termsHtml ?? '' }
  }
  const { renderMarkdown } = await import('#lib/markdown.ts')
  return { description: renderMarkdown(instance.description ?? ''), terms: renderMarkdown(instance.terms ?? '') }
}
