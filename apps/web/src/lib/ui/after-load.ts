/** ms: a picture that does not arrive holds nothing back for longer. */
const patience = 3000

let loaded: Promise<void> | undefined

/**
 * Resolves when what the HTML names is there, its pictures too, and the browser has a moment; at once on later pages.
 * What is not seen at first waits for this, so that the picture does not share the line with it. In the browser only.
 */
export function afterLoad(): Promise<void> {
  return (loaded ??= new Promise((resolve) => {
    const rest = () => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 500 })
      else setTimeout(resolve)
    }
    if (document.readyState === 'complete') return rest()
    addEventListener('load', rest, { once: true })
    setTimeout(resolve, patience)
  }))
}
