/** Passwords of protected videos, for this tab. */
const key = (id: string): string => `sepiola-video-password-${id}`

/** In a frame the storage may be closed to us. Only browsers fill it. */
const given = new Map<string, string>()

export function passwordOf(id: string): string | undefined {
  try {
    return sessionStorage.getItem(key(id)) ?? given.get(id)
  } catch {
    // There is none on the server.
    return given.get(id)
  }
}

export function savePassword(id: string, password: string): void {
  given.set(id, password)
  try {
    sessionStorage.setItem(key(id), password)
  } catch {
    // It will be asked again after a reload.
  }
}
