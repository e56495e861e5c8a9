import { getCategories } from '@sepiola/api-client/endpoints/video/get-categories.ts'
import { getLanguages } from '@sepiola/api-client/endpoints/video/get-languages.ts'
import { getLicences } from '@sepiola/api-client/endpoints/video/get-licences.ts'
import { browser } from '$app/env'
import { call } from '#lib/api/call.ts'
import { nameLabels } from '#lib/i18n/label-names.ts'

/** Identifier → label, in the language of the page. */
export type Labels = Readonly<Record<string, string>>

export interface VideoLabels {
  categories: Labels
  licences: Labels
  languages: Labels
}

/** Nothing to choose: not asked for, or not there yet. */
export const noLabels: VideoLabels = { categories: {}, licences: {}, languages: {} }

let known: Promise<VideoLabels> | undefined

/** What videos can be filtered by; asked once in a browser. Without an answer there is nothing to choose. */
export function loadVideoLabels(fetch: typeof globalThis.fetch, locale: string): Promise<VideoLabels> {
  if (!browser) return ask(fetch, locale)
  return (known ??= ask(fetch, locale))
}

async function ask(fetch: typeof globalThis.fetch, locale: string): Promise<VideoLabels> {
  const none = () => ({})
  const [categories, licences, languages] = await Promise.all([
    call(getCategories, { fetch }).catch(none),
    call(getLicences, { fetch }).catch(none),
    call(getLanguages, { fetch }).catch(none),
  ])
  return {
    categories: await nameLabels('category', categories, locale),
    licences: await nameLabels('licence', licences, locale),
    languages: await nameLabels('language', languages, locale),
  }
}
