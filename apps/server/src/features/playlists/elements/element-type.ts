import { PlaylistElementType, VideoPrivacy } from '@sepiola/contract/enums.ts'
import type { ElementRow } from './elements.sql.ts'

type Facts = Pick<ElementRow, 'videoId' | 'privacy' | 'owned' | 'blocked' | 'ownerMuted' | 'serverMuted' | 'readable'>

const hiddenPrivacies: readonly (number | null)[] = [
  VideoPrivacy.PRIVATE,
  VideoPrivacy.INTERNAL,
  VideoPrivacy.PASSWORD_PROTECTED,
]

/**
 * What a viewer gets of an element (spec 04 §6.5). A video that its own page would refuse is never shown: that adds
 * blocked internal ones, and remote ones of servers that are not followed where visitors may not see those.
 */
export function elementType(facts: Facts, isSignedIn: boolean): PlaylistElementType {
  if (facts.videoId === null) return PlaylistElementType.DELETED
  if (facts.owned) return PlaylistElementType.REGULAR
  if (facts.privacy === VideoPrivacy.INTERNAL && isSignedIn) {
    return facts.readable ? PlaylistElementType.REGULAR : PlaylistElementType.UNAVAILABLE
  }
  if (hiddenPrivacies.includes(facts.privacy)) return PlaylistElementType.PRIVATE
  if (facts.blocked || facts.ownerMuted || facts.serverMuted || !facts.readable) return PlaylistElementType.UNAVAILABLE
  return PlaylistElementType.REGULAR
}
