import type { ClientInit } from '@sveltejs/kit/hooks'
import { nextTask } from '#lib/ui/later.ts'

/** The page's script was just run: the router starts in another task. */
export const init: ClientInit = nextTask
