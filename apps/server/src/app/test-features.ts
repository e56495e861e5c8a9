import type { Feature } from '#foundation/feature.ts'
import { featureRanks } from './feature-ranks.ts'
import { features } from './features.ts'

/** A slice and those below it: the smallest server on which its tests can run. */
export function featuresUpTo(slice: (typeof featureRanks)[number]): Feature[] {
  const names = new Set<string>(featureRanks.slice(0, featureRanks.indexOf(slice) + 1))
  return features.filter(({ name }) => names.has(name))
}
