/** The picture library, loaded at its first use: 10 MB that a node which only answers requests does not need. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp')
  // Every picture is worked on once: kept ones would only take memory.
  sharp.cache(false)
  return sharp
}
