import { sep } from 'node:path'

/**
 * A folder that is swept and another of the settings `storage.*` that is the same or lies in it: the files of the one
 * would be strange in the other. Paths are real ones; undefined when each has its own.
 */
export function findSharedFolder(
  folders: Readonly<Record<string, string>>,
  swept: readonly string[],
): { swept: string; other: string } | undefined {
  for (const area of swept) {
    const other = Object.keys(folders).find((key) => key !== area && isWithin(folders[key]!, folders[area]!))
    if (other !== undefined) return { swept: area, other }
  }
  return undefined
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
