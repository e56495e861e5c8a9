import { goto } from '$app/navigation'
import { session } from '#lib/session/session.svelte.ts'

/** True when somebody is signed in; else leads to the form, which leads back here. */
export async function signInFirst(): Promise<boolean> {
  if (session.me) return true
  const { pathname, search } = location
  await goto(`/login?next=${encodeURIComponent(pathname + search)}`)
  return false
}
