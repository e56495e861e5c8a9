import { loadActorPage } from '#lib/actor/load-actor-page.ts'
import type { PageLoad } from './$types'

/** An account, else a channel of that name (spec 09 §2.7). */
export const load: PageLoad = (event) => loadActorPage(event, 'account', 'channel')
