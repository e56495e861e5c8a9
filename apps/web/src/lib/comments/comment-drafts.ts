/**
 * What is being written, until it is sent or given up: it outlasts a session that ends, and a page that is left. For
 * this tab and this user only; in memory where storage is blocked.
 */
const memory = new Map<string, string>()
const keyOf = (username: string, place: string) => `comment-draft ${username} ${place}`

/** `place`: what is written there, of which video or comment. */
export function findDraft(username: string, place: string): string {
  const key = keyOf(username, place)
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return memory.get(key) ?? ''
  }
}

export function keepDraft(username: string, place: string, text: string): void {
  const key = keyOf(username, place)
  try {
    if (text) sessionStorage.setItem(key, text)
    else sessionStorage.removeItem(key)
  } catch {
    memory.set(key, text)
  }
}
