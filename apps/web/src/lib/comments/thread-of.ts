interface Address {
  pathname: string
  searchParams: { get: (name: string) => string | null }
}

/** The thread that an address leads to, 0 without: `;threadId=`, `?threadId=` or `/comments/` (spec 09 §6). */
export function threadOf({ pathname, searchParams }: Address): number {
  const found = /(?:;threadId=|\/comments\/)(\d+)/.exec(pathname)?.[1] ?? searchParams.get('threadId')
  const id = Number(found ?? 0)
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}
