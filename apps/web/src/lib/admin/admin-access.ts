import { hasRight, type UserRight } from '@sepiola/contract/rights.ts'

interface Place {
  href: string
  right: UserRight
  /** Addresses below this one belong to it, too; default: below `href`; empty: none. */
  below?: string
}

/** The page that an address belongs to. */
export function findAdminPage<P extends Place>(pages: readonly P[], path: string): P | undefined {
  const clean = path.replace(/\/$/, '')
  return pages.find(({ href, below = href }) => clean === href || (below !== '' && `${clean}/`.startsWith(`${below}/`)))
}

export const mayOpen = (role: number, { right }: Pick<Place, 'right'>): boolean => hasRight(role, right)
