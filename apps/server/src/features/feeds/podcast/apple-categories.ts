/** PeerTube's category → category of Apple's podcast directory, with its subcategory (spec 03 §20). */
const categories: Record<number, readonly [string, string?]> = {
  1: ['Music'],
  2: ['TV & Film', 'Film Reviews'],
  3: ['Leisure', 'Automotive'],
  4: ['Arts'],
  5: ['Sports'],
  6: ['Society & Culture', 'Places & Travel'],
  7: ['Leisure', 'Video Games'],
  8: ['Society & Culture'],
  9: ['Comedy'],
  10: ['Leisure'],
  11: ['News', 'Politics'],
  12: ['Education', 'How To'],
  13: ['Education'],
  14: ['Society & Culture'],
  15: ['Technology'],
  16: ['Kids & Family', 'Pets & Animals'],
  17: ['Kids & Family'],
  18: ['Arts', 'Food'],
}

/** Apple refuses a podcast without a category: of none, or one of a plugin, it is the broadest. */
export function appleCategory(category: number | null): { name: string; part: string | undefined } {
  const [name, part] = categories[category ?? 0] ?? ['Society & Culture']
  return { name, part }
}
