import { getAbout, getConfig } from '@sepiola/api-client/endpoints/config.ts'
import { call } from '#lib/api/call.ts'
import { renderAbout, type About, type AboutSource } from './about-texts.ts'
import { pickFacts, type ServerFacts } from './server-facts.ts'

/** What this server says about itself; texts are trusted HTML. */
export async function loadAbout(fetch: typeof globalThis.fetch): Promise<{ about: About; facts: ServerFacts }> {
  const [about, config] = await Promise.all([call(getAbout, { fetch }), call(getConfig, { fetch })])
  const source = about.instance as AboutSource & { html?: About['html'] }
  const facts = config as unknown as ServerFacts
  // What came with the HTML was rendered on the server.
  if (source.html && facts.instance.support.html !== undefined) {
    return { about: source as About, facts: pickFacts(facts, String) }
  }
  const { renderMarkdown } = await import('#lib/markdown.ts')
  return { about: renderAbout(source, renderMarkdown), facts: pickFacts(facts, renderMarkdown) }
}
