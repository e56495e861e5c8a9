import { z } from 'zod'
import { limits } from '@sepiola/contract/limits.ts'
import { publishedAt } from './parse-video-info.ts'

export interface ListedVideo {
  url: string
  /** Where the list says it. */
  publishedAt: Date | undefined
}

const entry = z.object({
  url: z.string().nullish().catch(undefined),
  webpage_url: z.string().nullish().catch(undefined),
  timestamp: z.number().nullish().catch(undefined),
  upload_date: z
    .string()
    .regex(/^\d{8}$/)
    .nullish()
    .catch(undefined),
  entries: z.array(z.unknown()).nullish().catch(undefined),
})

/** A channel may have lists of lists. */
const deepest = 4

/** The videos of yt-dlp's description of a channel or playlist, in its order, each once, at most `limit`. */
export function parseVideoList(json: unknown, limit: number): ListedVideo[] {
  const found = new Map<string, ListedVideo>()
  const collect = (value: unknown, depth: number) => {
    const parsed = entry.safeParse(value).data
    if (!parsed || found.size >= limit) return
    if (parsed.entries) {
      if (depth < deepest) for (const inner of parsed.entries) collect(inner, depth + 1)
      return
    }
    const url = [parsed.url, parsed.webpage_url].find(isImportable)
    if (url && !found.has(url)) found.set(url, { url, publishedAt: publishedAt(parsed) })
  }
  collect(json, 0)
  return [...found.values()]
}

function isImportable(url: string | null | undefined): boolean {
  if (!url || url.length > limits.importUrl.max || !URL.canParse(url)) return false
  return /^https?:$/.test(new URL(url).protocol)
}
