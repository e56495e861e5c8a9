import { z } from 'zod'
import { videoCategories } from '@sepiola/contract/enums.ts'
import { limits } from '@sepiola/contract/limits.ts'
import { define, type Infer } from '@sepiola/contract/operation.ts'
import { videoLanguages, type Chapter } from '#features/videos/public.ts'
import { RemoteVideoError, type RemoteVideo } from './remote-video.ts'

/** Of whatever type a site's value is: unusable ones count as absent. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined)

const webUrl = () => z.string().refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))

/** yt-dlp's description of a video, the parts that we use. Written by strangers. */
const videoInfo = define(() =>
  z.object({
    _type: optional(z.string()),
    title: optional(z.string()),
    description: optional(z.string()),
    categories: optional(z.array(z.string())),
    license: optional(z.string()),
    language: optional(z.string()),
    age_limit: optional(z.number()),
    tags: optional(z.array(z.unknown())),
    thumbnail: optional(webUrl()),
    timestamp: optional(z.number()),
    upload_date: optional(z.string().regex(/^\d{8}$/)),
    is_live: optional(z.boolean()),
    live_status: optional(z.string()),
    subtitles: optional(z.record(z.string(), z.unknown())),
    chapters: optional(z.array(z.unknown())),
    entries: optional(z.array(z.unknown())),
  }),
)
type VideoInfo = Infer<typeof videoInfo>

/** From this age on a video is not safe for work. */
const adultAge = 16

/** Throws a RemoteVideoError: nothing there, a live stream, no description at all. */
export function parseVideoInfo(json: unknown): RemoteVideo {
  const info = firstVideo(json)
  if (info.is_live === true || info.live_status === 'is_live' || info.live_status === 'is_upcoming') {
    throw new RemoteVideoError('This is a live stream, which cannot be imported.')
  }
  const name = cut(info.title, limits.videoName)
  const description = cut(info.description, limits.videoDescription)
  const category = categoryOf(info)
  const language = languageOf(info)
  const originallyPublishedAt = publishedAt(info)
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(category === undefined ? {} : { category }),
    ...(/creative commons/i.test(info.license ?? '') ? { licence: 1 } : {}),
    ...(language === undefined ? {} : { language }),
    nsfw: (info.age_limit ?? 0) >= adultAge,
    tags: tagsOf(info),
    ...(info.thumbnail ? { thumbnailUrl: info.thumbnail } : {}),
    ...(originallyPublishedAt ? { originallyPublishedAt } : {}),
    chapters: chaptersOf(info),
    subtitles: Object.keys(info.subtitles ?? {}).filter((code) => /^[A-Za-z0-9-]{2,20}$/.test(code)),
  }
}

/** A page with several videos stands for its first one. */
function firstVideo(json: unknown): VideoInfo {
  const info = videoInfo().safeParse(json).data
  if (!info) throw new RemoteVideoError('There is no video at this address.')
  if (!info.entries) return info
  const first = info.entries.find((entry) => entry !== null)
  if (first === undefined) throw new RemoteVideoError('There is no video at this address.')
  return firstVideo(first)
}

/** Undefined when it is too short, cut when it is too long. */
function cut(text: string | null | undefined, { min, max }: { min: number; max: number }): string | undefined {
  const trimmed = text?.replaceAll('\0', '').trim() ?? ''
  return trimmed.length < min ? undefined : trimmed.slice(0, max).toWellFormed()
}

function categoryOf({ categories }: VideoInfo): number | undefined {
  const [first = ''] = categories ?? []
  const found = Object.entries(videoCategories).find(([, label]) => label.toLowerCase() === first.toLowerCase())
  return found && Number(found[0])
}

/** `en-US` → `en` where only that is known. */
function languageOf({ language }: VideoInfo): string | undefined {
  const known = videoLanguages()
  return [language ?? '', (language ?? '').split('-')[0]!].find((code) => Object.hasOwn(known, code))
}

export function publishedAt({ timestamp, upload_date: day }: Pick<VideoInfo, 'timestamp' | 'upload_date'>) {
  const text = day && `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  const date = typeof timestamp === 'number' ? new Date(timestamp * 1000) : text ? new Date(text) : undefined
  const isUsable = date && !Number.isNaN(date.getTime()) && date.getTime() > 0
  return isUsable ? date : undefined
}

function tagsOf({ tags }: VideoInfo): string[] {
  const texts = (tags ?? []).filter((tag) => typeof tag === 'string').map((tag) => tag.trim())
  const usable = texts.filter(({ length }) => length >= limits.tag.min && length <= limits.tag.max)
  return [...new Set(usable)].slice(0, limits.tags.max)
}

const chapterInfo = z.object({ start_time: z.number().min(0), title: z.string() })

function chaptersOf({ chapters }: VideoInfo): Chapter[] {
  return (chapters ?? []).slice(0, 1000).flatMap((chapter) => {
    const { data } = chapterInfo.safeParse(chapter)
    return data ? [{ timecode: Math.floor(data.start_time), title: data.title.trim() }] : []
  })
}
