import { error } from '@sveltejs/kit'
import type { PageLoad } from './$types'

/** Inside the shell, so that a wrong address still shows where to go. */
export const load: PageLoad = ({ params }) => error(params.path === 'teapot' ? 418 : 404, '')
