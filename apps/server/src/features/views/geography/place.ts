import { z } from 'zod'

/** Where a viewer is, as far as the address tells. */
export interface Place {
  /** ISO 3166-1 alpha-2, upper case. */
  country: string | null
  /** English name of the region. */
  subdivisionName: string | null
}

export const nowhere: Place = { country: null, subdivisionName: null }

/** Of MaxMind and DB-IP (`country.iso_code`), and of ip-location-db (`country_code`, `state1`). */
const record = z.object({
  country: z.object({ iso_code: z.string() }).optional().catch(undefined),
  country_code: z.string().optional().catch(undefined),
  subdivisions: z
    .array(z.object({ names: z.object({ en: z.string() }) }))
    .optional()
    .catch(undefined),
  state1: z.string().optional().catch(undefined),
})

/** What a record of a database says; what is of no use in it is left out. */
export function toPlace(found: unknown): Place {
  const { data } = record.safeParse(found)
  if (!data) return nowhere
  const country = (data.country?.iso_code ?? data.country_code ?? '').toUpperCase()
  const subdivisionName = data.subdivisions?.[0]?.names.en ?? data.state1 ?? ''
  return {
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    subdivisionName: subdivisionName.replaceAll('\0', '').slice(0, 255) || null,
  }
}
