import type { WatchedVideo } from '#lib/api/types.ts'
import { sensitiveKinds } from '#lib/account/sensitive-policy.ts'
import { isTextWrong } from './draft.ts'

/** What a form holds of sensitive content. */
export interface SensitiveDraft {
  nsfw: boolean
  nsfwFlags: number[]
  nsfwSummary: string
}

const bits: number[] = Object.values(sensitiveKinds)

export function sensitiveDraftOf(video: Pick<WatchedVideo, 'nsfw' | 'nsfwFlags' | 'nsfwSummary'>): SensitiveDraft {
  return {
    nsfw: video.nsfw,
    nsfwFlags: bits.filter((bit) => ((video.nsfwFlags ?? 0) & bit) !== 0),
    nsfwSummary: video.nsfwSummary ?? '',
  }
}

/** Spec 01 §11. */
export const longestSummary = 250

export function isSummaryWrong({ nsfw, nsfwSummary }: SensitiveDraft): boolean {
  return nsfw && isTextWrong(nsfwSummary, longestSummary)
}

/** Members of the body of `PUT /videos/{id}`. */
export function sensitiveBody({ nsfw, nsfwFlags, nsfwSummary }: SensitiveDraft) {
  return nsfw
    ? { nsfw, nsfwFlags: nsfwFlags.reduce((sum, bit) => sum | bit, 0), nsfwSummary: nsfwSummary.trim() || null }
    : { nsfw, nsfwFlags: 0, nsfwSummary: null }
}
