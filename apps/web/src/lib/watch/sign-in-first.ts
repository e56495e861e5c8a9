import { goto } from '$app/navigation'
import { session } from '#lib/session/session.svelte.ts'

/** True when somebody is signed in; else leads to the form, which leads back here. */
export async function signInFirst(): Promise<boolean> {
  // The page may be faster than the answer who one is.
  while (session.state === 'unknown') await new Promise((resolve) => setTimeout(resolve, 50))
  if (session.me) return true
  const { pathname, search } = location
  await goto(`/login?next=${encodeURIComponent(pathname + search)}`)
  return false
}
