/** Passwords of protected videos, for this tab. */
const key = (id: string): string => `sepiola-video-password-${id}`

export function passwordOf(id: string): string | undefined {
  try {
    return sessionStorage.getItem(key(id)) ?? undefined
  } catch {
    // There is none on the server, and in a frame it may be closed to us.
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
