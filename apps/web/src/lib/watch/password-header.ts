import { page } from '$app/state'
import { passwordOf } from './video-password.ts'

/** What opens a protected video, once it was typed here. */
export function passwordHeader(): Record<string, string> {
  const password = passwordOf(page.params['id'] ?? '')
  return password ? { 'x-peertube-video-password': password } : {}
}
