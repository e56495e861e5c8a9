import { loadChannel } from '#lib/actor/load-actor.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params, url, fetch }) => loadChannel(params.handle, url, fetch)
