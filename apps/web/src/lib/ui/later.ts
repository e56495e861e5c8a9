const waiting: Array<() => void> = []
let working: Promise<void> | undefined

/**
 * Does it in a task of its own, after what came before: the browser answers and paints in between. The returned
 * function takes it back. In the browser only.
 */
export function later(part: () => void): () => void {
  waiting.push(part)
  working ??= work()
  return () => {
    const at = waiting.indexOf(part)
    if (at >= 0) waiting.splice(at, 1)
  }
}

/** Resolves when nothing waits. */
export const nothingWaits = (): Promise<void> => working ?? Promise.resolve()

async function work(): Promise<void> {
  while (waiting.length > 0) {
    await nextTask()
    try {
      waiting.shift()?.()
    } catch (error) {
      reportError(error)
    }
  }
  working = undefined
}

/** Ends the task: what the person does comes first. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve))
}
