interface Toast {
  id: number
  text: string
  tone: 'info' | 'error'
  action?: { label: string; run: () => void }
}

let next = 0

/** Short messages at the bottom; they are read aloud. */
class Toasts {
  shown = $state<Toast[]>([])

  /** Returns the toast's id, for `close`. `seconds` 0 = until it is closed. */
  show(
    text: string,
    options: Omit<Toast, 'id' | 'text' | 'tone'> & { tone?: Toast['tone']; seconds?: number } = {},
  ): number {
    const { tone = 'info', seconds = 6, action } = options
    const id = ++next
    this.shown.push({ id, text, tone, ...(action ? { action } : {}) })
    if (seconds > 0) setTimeout(() => this.close(id), seconds * 1000)
    return id
  }

  close(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id)
  }
}

export const toasts = new Toasts()
