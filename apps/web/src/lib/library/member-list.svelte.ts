import type { List } from '#lib/api/types.ts'

/** A list of who is signed in: asked for in the browser, again when what it is asked by changes. */
export class MemberList<T> {
  /** Undefined until the first answer. */
  list: List<T> | undefined = $state.raw()
  failure: unknown = $state.raw()
  readonly #ask: () => Promise<List<T>>
  #asked = 0

  constructor(ask: () => Promise<List<T>>) {
    this.#ask = ask
  }

  /** What is shown stays until the answer is there; answers that came too late are dropped. */
  async load(): Promise<void> {
    const asked = ++this.#asked
    try {
      const list = await this.#ask()
      if (asked !== this.#asked) return
      this.list = list
      this.failure = undefined
    } catch (failure) {
      if (asked === this.#asked) this.failure = failure
    }
  }
}

/** To be called while a component is made; `ask` reads what the list depends on before it waits. */
export function createMemberList<T>(ask: () => Promise<List<T>>): MemberList<T> {
  const list = new MemberList(ask)
  $effect(() => void list.load())
  return list
}
