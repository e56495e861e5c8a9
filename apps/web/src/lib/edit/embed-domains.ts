const domain = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?$/

/** One per line, space or comma; an address as it is copied from a browser becomes its host. */
export function readDomains(text: string): string[] {
  const parts = text.split(/[\s,;]+/).map((part) =>
    part
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/, ''),
  )
  return [...new Set(parts.filter(Boolean))]
}

/** The first that cannot be a host. */
export const findBadDomain = (text: string): string | undefined => readDomains(text).find((one) => !domain.test(one))
