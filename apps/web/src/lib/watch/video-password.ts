/** Passwords of protected videos, for this tab. */
const key = (id: string): string => `sepiola-video-password-${id}`

export function passwordOf(id: string): string | undefined {
  if (typeof sessionStorage === 'undefined') return undefined
  try {
    return sessionStorage.getItem(key(id)) ?? undefined
  } catch {
    return undefined
  }
}

export function savePassword(id: string, password: string): void {
  try {
    sessionStorage.setItem(key(id), password)
  } catch {
    // It will be asked again.
  }
}
