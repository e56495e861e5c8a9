import { isVideoEmbedOnDomainAllowed } from '@sepiola/api-client/endpoints/video-embed-privacy/is-video-embed-on-domain-allowed.ts'
import { call } from '#lib/api/call.ts'

/** Who may embed a video that all may (spec 03 §18). */
export const everybody = 1

/**
 * Whether the page that holds this frame may show the video; those who manage it see it everywhere. A page that does
 * not say where it is (no referrer) may not.
 */
export async function mayBeEmbedded(id: string, referrer: string): Promise<boolean> {
  const domain = URL.canParse(referrer) ? new URL(referrer).host : ''
  if (domain === '') return false
  const answer = await call(isVideoEmbedOnDomainAllowed, { params: { id }, query: { domain } }).catch(() => undefined)
  return answer !== undefined && (answer.domainAllowed || answer.userBypassAllowed === true)
}
