/** The number that stands for `:id`, 0 where the pattern has none; undefined when the path is another one. */
export function matchPath(pattern: string, path: string): number | undefined {
  const [wanted, given] = [pattern, path.replace(/\/$/, '')].map((text) => text.split('/'))
  if (wanted!.length !== given!.length) return undefined
  let id = 0
  for (const [index, part] of wanted!.entries()) {
    if (part === ':id') {
      if (!/^[1-9]\d{0,14}$/.test(given![index]!)) return undefined
      id = Number(given![index])
    } else if (part !== given![index]) return undefined
  }
  return id
}
