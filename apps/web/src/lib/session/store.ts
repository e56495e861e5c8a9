/** Local storage that falls back to memory where it is blocked (spec 09 §12). */
const memory = new Map<string, string>()

export const store = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      return memory.get(key) ?? null
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value)
    } catch {
      memory.set(key, value)
    }
  },
  remove(...keys: string[]): void {
    for (const key of keys) {
      memory.delete(key)
      try {
        localStorage.removeItem(key)
      } catch {
        // Memory was all there was.
      }
    }
  },
}
