import { hasRight, UserRole, type UserRight } from '@sepiola/contract/rights.ts'

/** Who asks: a signed-in user, from a valid access token. */
export interface Viewer {
  userId: number
  username: string
  email: string
  role: number
  adminFlags: number
  accountId: number
  accountActorId: number
  accountName: string
  nsfwPolicy: 'do_not_list' | 'warn' | 'blur' | 'display'
  nsfwFlagsDisplayed: number
  nsfwFlagsHidden: number
  nsfwFlagsWarned: number
  nsfwFlagsBlurred: number
  videosHistoryEnabled: boolean
  language: string | null
  /** Row of `oAuthToken`. */
  tokenId: number
}

export function can(viewer: Viewer | undefined, right: UserRight): boolean {
  return viewer !== undefined && hasRight(viewer.role, right)
}

/** Administrators act on everybody, moderators on plain users only: nobody gets at more rights than their own. */
export function isInScope(viewer: Pick<Viewer, 'role'>, target: { role: number }): boolean {
  return viewer.role === UserRole.ADMINISTRATOR || target.role === UserRole.USER
}
