import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import { hasRight } from '@sepiola/contract/rights.ts'

export interface AccessFacts {
  privacy: number
  blocked: boolean
  /** Addressed by its number instead of its (short) UUID. */
  byNumericId: boolean
  /** How the password sent with the request compares; `none` = no password sent. */
  password: 'none' | 'right' | 'wrong'
  viewer: undefined | { role: number; managesChannel: boolean }
}

export type AccessDecision =
  | 'allowed'
  | 'unauthorized'
  | 'forbidden'
  | 'password-required'
  | 'password-required-forbidden'
  | 'password-incorrect'

/** Who may read a video: the table of spec 03 §2.1. */
export function decideVideoAccess(facts: AccessFacts): AccessDecision {
  const { viewer } = facts
  const denied = viewer ? 'forbidden' : 'unauthorized'

  // Before the privacy: a block of an internal video means its users too (spec 10 §15).
  if (facts.blocked) {
    const mayRead = viewer && (viewer.managesChannel || hasRight(viewer.role, 'MANAGE_VIDEO_BLACKLIST'))
    return mayRead ? 'allowed' : denied
  }

  if (facts.privacy === VideoPrivacy.INTERNAL) return viewer ? 'allowed' : denied

  const mayManage = viewer !== undefined && (viewer.managesChannel || hasRight(viewer.role, 'SEE_ALL_VIDEOS'))
  switch (facts.privacy) {
    case VideoPrivacy.PUBLIC:
      return 'allowed'
    case VideoPrivacy.UNLISTED:
      return !facts.byNumericId || mayManage ? 'allowed' : denied
    case VideoPrivacy.PASSWORD_PROTECTED:
      if (facts.password === 'right') return 'allowed'
      // A wrong password is refused even for the owner.
      if (facts.password === 'wrong') return 'password-incorrect'
      if (mayManage) return 'allowed'
      return viewer ? 'password-required-forbidden' : 'password-required'
    default:
      return mayManage ? 'allowed' : denied
  }
}
