import { getCategories } from '@sepiola/api-client/endpoints/video/get-categories.ts'
import { getLanguages } from '@sepiola/api-client/endpoints/video/get-languages.ts'
import { getLicences } from '@sepiola/api-client/endpoints/video/get-licences.ts'
import { browser } from '$app/env'
import { call } from '#lib/api/call.ts'

/** Identifier → label, as the server says it. */
export type Labels = Readonly<Record<string, string>>

export interface VideoLabels {
  categories: Labels
  licences: Labels
  languages: Labels
}

let known: Promise<VideoLabels> | undefined

/** What videos can be filtered by; asked once in a browser. Without an answer there is nothing to choose. */
export function loadVideoLabels(fetch: typeof globalThis.fetch): Promise<VideoLabels> {
  if (!browser) return ask(fetch)
  return (known ??= ask(fetch))
}

async function ask(fetch: typeof globalThis.fetch): Promise<VideoLabels> {
  const none = () => ({})
  const [categories, licences, languages] = await Promise.all([
    call(getCategories, { fetch }).catch(none),
    call(getLicences, { fetch }).catch(none),
    call(getLanguages, { fetch }).catch(none),
  ])
  return { categories, licences, languages }
}
