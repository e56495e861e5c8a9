interface SourceFile {
  path: string
  content: string
}

/**
 * A sentence per name that the `public.ts` of a slice exports and that no other slice imports from it. What is there for
 * a slice to come says so in the comment above it: `Awaits federation.` counts until a slice of that name has a rank.
 */
export function findUnusedDoors(files: readonly SourceFile[], ranks: readonly string[]): string[] {
  const imported = new Map<string, Set<string>>()
  for (const { path, content } of files) {
    if (!/\.(ts|js|mjs)$/.test(path)) continue
    for (const { feature, names } of listDoorImports(content)) {
      if (path.startsWith(`${features}${feature}/`)) continue
      imported.set(feature, new Set([...(imported.get(feature) ?? []), ...names]))
    }
  }
  return files.flatMap(({ path, content }) => {
    const feature = /^apps\/server\/src\/features\/([^/]+)\/public\.ts$/.exec(path)?.[1]
    if (feature === undefined) return []
    const used = imported.get(feature)
    return listExports(content, ranks)
      .filter((name) => !used?.has(name))
      .map((name) => `${path}: nobody above imports ${name}`)
  })
}

const features = 'apps/server/src/features/'

/** Statically, or by `const { … } = await import(…)`. */
function listDoorImports(content: string): { feature: string; names: string[] }[] {
  const statements = content.matchAll(
    /(?:import\s+(?:type\s+)?|const\s+)\{([^}]*)\}\s*(?:from|=\s*await\s+import\()\s*['"][^'"\n]*features\/([^/'"\n]+)\/public\.ts['"]/g,
  )
  return [...statements].map(([, list, feature]) => ({ feature: feature!, names: listNames(list!, 'first') }))
}

function listExports(content: string, ranks: readonly string[]): string[] {
  const lists = content.matchAll(/export\s+(?:type\s+)?\{([^}]*)\}/g)
  const declared = content.matchAll(/export\s+(?:async\s+)?(?:function|const|class|interface|type)\s+(\w+)/g)
  const isDue = ({ index }: RegExpExecArray) => {
    const awaited = awaitedSlice(content.slice(0, index))
    return awaited === undefined || ranks.includes(awaited)
  }
  return [
    ...[...lists].filter(isDue).flatMap(([, list]) => listNames(list!, 'last')),
    ...[...declared].filter(isDue).map(([, name]) => name!),
  ]
}

/** Named by the comment that the text ends with. */
function awaitedSlice(text: string): string | undefined {
  const comment = /(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/|\/\/[^\n]*)\s*$/.exec(text)?.[0]
  return comment && /\bAwaits ([a-z-]+)/.exec(comment)?.[1]
}

/** Of `a as b` the first or the last. */
function listNames(list: string, which: 'first' | 'last'): string[] {
  return list
    .split(',')
    .map((part) => part.trim().replace(/^type\s+/, ''))
    .filter((part) => part !== '')
    .map((part) => part.split(/\s+as\s+|\s*:\s*/).at(which === 'first' ? 0 : -1)!)
}
