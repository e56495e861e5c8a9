import { isHttpError } from '@sveltejs/kit'
import { loadMessages } from '#lib/i18n/locales.ts'
import { loadActor, type ActorPage, type ActorQuestion } from './load-actor.ts'

interface ActorEvent {
  params: { handle: string }
  url: URL
  fetch: typeof globalThis.fetch
  parent(): Promise<{ locale: string }>
  depends(name: 'sepiola:viewer'): void
}

/** The page of an account or a channel: of the first kind of which there is one with the handle. */
export async function loadActorPage(
  event: ActorEvent,
  kind: ActorQuestion['kind'],
  otherwise?: ActorQuestion['kind'],
): Promise<{ view: ActorPage }> {
  const { params, url, fetch } = event
  event.depends('sepiola:viewer')
  const { locale } = await event.parent()
  await loadMessages(locale, 'late')
  try {
    return { view: await loadActor(kind, params.handle, url, fetch, locale) }
  } catch (problem) {
    if (!otherwise || !isHttpError(problem, 404)) throw problem
    return { view: await loadActor(otherwise, params.handle, url, fetch, locale) }
  }
}
