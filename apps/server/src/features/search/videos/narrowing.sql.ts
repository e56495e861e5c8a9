import { sql, type RawBuilder } from 'kysely'
import type { Reference } from '@sepiola/contract/lenient.ts'

/** Filters that only a search has (spec 03 §21). Durations in seconds. */
export interface SearchNarrowing {
  startDate?: Date | undefined
  endDate?: Date | undefined
  originallyPublishedStartDate?: Date | undefined
  originallyPublishedEndDate?: Date | undefined
  durationMin?: number | undefined
  durationMax?: number | undefined
  uuids?: readonly Reference[] | undefined
}

/** `listed`, SQL on the alias `v`, with the filters besides. */
export function narrow(listed: RawBuilder<unknown>, query: SearchNarrowing): RawBuilder<unknown> {
  const { startDate, endDate, originallyPublishedStartDate: from, originallyPublishedEndDate: until } = query
  const rules = [listed]
  if (startDate) rules.push(sql`v."publishedAt" >= ${startDate}`)
  if (endDate) rules.push(sql`v."publishedAt" <= ${endDate}`)
  if (from) rules.push(sql`v."originallyPublishedAt" >= ${from}`)
  if (until) rules.push(sql`v."originallyPublishedAt" <= ${until}`)
  if (query.durationMin !== undefined) rules.push(sql`v."duration" >= ${query.durationMin}`)
  if (query.durationMax !== undefined) rules.push(sql`v."duration" <= ${query.durationMax}`)
  if (query.uuids) {
    const uuids = query.uuids.flatMap((reference) => ('uuid' in reference ? [reference.uuid] : []))
    rules.push(sql`v."uuid" = ANY(${uuids}::uuid[])`)
  }
  return sql.join(rules, sql` AND `)
}

/** The same values for the key of a remembered answer. */
export function narrowingKey(query: SearchNarrowing): unknown[] {
  const { startDate, endDate, originallyPublishedStartDate, originallyPublishedEndDate } = query
  return [
    ...[startDate, endDate, originallyPublishedStartDate, originallyPublishedEndDate],
    ...[query.durationMin, query.durationMax, query.uuids],
  ]
}
