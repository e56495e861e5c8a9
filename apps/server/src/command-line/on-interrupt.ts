/**
 * On Ctrl-C or SIGTERM cleans up, at once, and ends the command; where `cleanUp` returns false the command goes on.
 * Returns the function that ends the watch.
 */
export function onInterrupt(cleanUp: () => boolean): () => void {
  const end = (signal: NodeJS.Signals) => {
    if (!cleanUp()) return
    console.error('\n✗ Interrupted; what was half done is removed.')
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  return () => {
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
  }
}
