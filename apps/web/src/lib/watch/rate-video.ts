import { getUsersMeVideosByVideoIdOrUUIDRating } from '@sepiola/api-client/endpoints/my-user/get-users-me-videos-by-video-id-or-uuidrating.ts'
import { putVideosByIdRate } from '@sepiola/api-client/endpoints/video-rates/put-videos-by-id-rate.ts'
import { call } from '#lib/api/call.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import { passwordHeader } from './password-header.ts'
import { sayFailure } from './say-failure.ts'
import { signInFirst } from './sign-in-first.ts'

export type Rating = 'like' | 'dislike' | 'none'

/** What the signed-in account says of a video. */
export async function readRating(id: number): Promise<Rating> {
  const answer = await call(getUsersMeVideosByVideoIdOrUUIDRating, { params: { videoIdOrUUID: id } }).catch(
    () => undefined,
  )
  return answer?.rating ?? 'none'
}

/** False when it did not count: nobody is signed in, or the server refused, which is said. */
export async function saveRating(i18n: I18n, id: number, rating: Rating): Promise<boolean> {
  if (!(await signInFirst())) return false
  try {
    await call(putVideosByIdRate, { params: { id }, body: { rating }, headers: passwordHeader() })
    return true
  } catch (problem) {
    await sayFailure(i18n, 'rate.failed', problem)
    return false
  }
}
