import { loadAccount } from '#lib/actor/load-actor.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params, url, fetch }) => loadAccount(params.handle, url, fetch)
