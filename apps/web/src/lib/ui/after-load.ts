import { later, nothingWaits } from './later.ts'

/** ms: a picture that does not arrive holds nothing back for longer. */
const patience = 3000

let loaded: Promise<void> | undefined

/**
 * Resolves when what the HTML names is there, its pictures too, what is shown lives, and the browser has a moment; soon
 * on later pages. Each caller goes on in a task of its own. What is not seen at first waits for this, so that the
 * picture does not share the line with it. In the browser only.
 */
export async function afterLoad(): Promise<void> {
  await (loaded ??= new Promise((resolve) => {
    const rest = async () => {
      await nothingWaits()
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 500 })
      else setTimeout(resolve)
    }
    if (document.readyState === 'complete') void rest()
    else addEventListener('load', () => void rest(), { once: true })
    setTimeout(resolve, patience)
  }))
  await new Promise<void>((resolve) => later(resolve))
}
