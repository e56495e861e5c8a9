import { moveItem } from './playlist-order.ts'

interface Work<T> {
  /** `items` are as they were before; both places are counted from 0. */
  save: (from: number, to: number, items: readonly T[]) => Promise<unknown>
  refused: (problem: unknown) => void
}

/** A list that is put in order by keys and by dragging: shown at once, taken back when the server refuses. */
export class Sortable<T extends { id: number }> {
  items = $state.raw<T[]>([])
  /** The item that the pointer holds. */
  dragged = $state<number>()
  readonly #work: Work<T>
  #drag: { items: T[]; from: number } | undefined
  #busy = false

  constructor(work: Work<T>) {
    this.#work = work
  }

  /** False when there is no such place, or an earlier move is still being saved. */
  move(from: number, to: number): boolean {
    if (this.#busy || to < 0 || to >= this.items.length || from === to) return false
    const before = this.items
    this.items = moveItem(this.items, from, to)
    void this.#save(before, from, to)
    return true
  }

  dragBegin(index: number): void {
    if (this.#busy) return
    this.#drag = { items: this.items, from: index }
    this.dragged = this.items[index]?.id
  }

  /** Pointers: the row follows where it would go; it is saved when it is let go. */
  dragOver(y: number, list: Element | undefined): void {
    if (!this.#drag || !list) return
    const rows = [...list.children].map((row) => row.getBoundingClientRect())
    const to = rows.findIndex(({ bottom }) => y < bottom)
    const from = this.items.findIndex(({ id }) => id === this.dragged)
    const target = to < 0 ? rows.length - 1 : to
    const row = rows[target]
    if (from < 0 || target === from || !row) return
    // Past the middle, so that rows of different heights do not swap back and forth.
    const middle = row.top + row.height / 2
    if (target > from ? y > middle : y < middle) this.items = moveItem(this.items, from, target)
  }

  dragEnd(): void {
    const drag = this.#drag
    const to = this.items.findIndex(({ id }) => id === this.dragged)
    this.#drag = undefined
    this.dragged = undefined
    if (drag && to >= 0 && to !== drag.from) void this.#save(drag.items, drag.from, to)
  }

  async #save(before: T[], from: number, to: number): Promise<void> {
    this.#busy = true
    try {
      await this.#work.save(from, to, before)
    } catch (problem) {
      this.items = before
      this.#work.refused(problem)
    }
    this.#busy = false
  }
}
