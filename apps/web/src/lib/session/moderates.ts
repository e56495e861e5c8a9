import { session } from './session.svelte.ts'

/** Whether who is signed in is a moderator or an administrator (roles: spec 01 §3.4). */
export const moderates = (): boolean => session.me !== undefined && session.me.role.id < 2
