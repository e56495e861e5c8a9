import { loadActorPage } from '#lib/actor/load-actor-page.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = (event) => loadActorPage(event, 'account')
