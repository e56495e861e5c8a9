import { store } from '#lib/session/store.ts'

const key = 'sepiola-recent-searches'
const most = 20

/** What was searched for in this browser, the last one first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(store.get(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

export function rememberSearch(text: string): void {
  const said = text.trim()
  if (said) store.set(key, JSON.stringify(withSearch(recentSearches(), said)))
}

export function forgetSearches(): void {
  store.remove(key)
}

export function withSearch(kept: readonly string[], text: string): string[] {
  return [text, ...kept.filter((one) => !isSame(one, text))].slice(0, most)
}

/** Those with what is typed, without exactly that. */
export function searchesLike(kept: readonly string[], text: string, count: number): string[] {
  const typed = text.trim().toLocaleLowerCase()
  return kept.filter((one) => one.toLocaleLowerCase().includes(typed) && !isSame(one, typed)).slice(0, count)
}

const isSame = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase()
