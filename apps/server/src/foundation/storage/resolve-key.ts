import { resolve, sep } from 'node:path'

/**
 * Absolute path of a key in its area. Throws when the key is absolute, leaves the area or names the area itself
 * (`folder: true` allows that), so that a name from outside can never reach another file.
 */
export function resolveKey(area: string, key: string, options: { folder?: boolean } = {}): string {
  const path = resolve(area, key)
  const inside = path.startsWith(area + sep) || (options.folder === true && path === area)
  if (!inside || key.startsWith('/') || key.includes('\0') || key.split(/[/\\]/).includes('..')) {
    throw new Error(`storage key refused: ${JSON.stringify(key)}`)
  }
  return path
}
