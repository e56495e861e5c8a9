interface Address {
  pathname: string
  searchParams: { toString(): string }
}

/** Page number of an address, from 1. */
export function pageNumber(url: URL): number {
  const number = Number(url.searchParams.get('page') ?? 1)
  return Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : 1
}

/** The same address on another page; the first page has no number. */
export function pageAddress(url: Address, number: number): string {
  const search = new URLSearchParams(url.searchParams.toString())
  if (number > 1) search.set('page', String(number))
  else search.delete('page')
  const text = search.toString()
  return text ? `${url.pathname}?${text}` : url.pathname
}
