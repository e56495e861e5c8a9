/**
 * Runs what administrators added to the pages (spec 09 §7.4), once a page's life and in the global scope, as scripts of
 * PeerTube's pages expect. What it throws is reported by the browser and stops nothing here.
 */
export function runCustomScript(code: string | undefined): void {
  if (!code?.trim()) return
  const script = document.createElement('script')
  script.textContent = code
  document.head.append(script)
}
