/** ms between two looks. */
const pause = 2000

/** Calls `look` now and again while it says that there is something to wait for; what it returns ends that. */
export function pollUntil(look: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  async function next() {
    const goOn = await look()
    if (goOn && !stopped) timer = setTimeout(next, pause)
  }
  void next()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
