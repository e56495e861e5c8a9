import { z } from 'zod'
import { abusePredefinedReasons } from './enums.ts'
import {
  arrayOf,
  boolean,
  dateTime,
  distinct,
  email,
  integer,
  nullable,
  number,
  numberOf,
  object,
  text,
  url,
  type Lenient,
  largeInteger,
} from './lenient.ts'
import { limits, usernamePattern } from './limits.ts'
import { define, type Thunk } from './operation.ts'

/** Fields that several operations accept; each is optional only where the operation says so. */

/** Also the rule of channel names (spec 01 §7). */
export function username(): Lenient<string> {
  return z
    .string()
    .min(limits.username.min)
    .max(limits.username.max)
    .regex(usernamePattern, 'Only a to z, 0 to 9 and _ . - are possible, the last two inside.')
}

/** The server checks the minimum of its settings; the upper limits are those of the hash. */
export function password(): Lenient<string> {
  return z.string().min(1).max(limits.password.max).refine(fitsHash, `At most ${limits.password.maxBytes} bytes.`)
}

/** Empty: the person chooses it by mail. */
export function passwordOrEmpty(): Lenient<string> {
  return z.string().max(limits.password.max).refine(fitsHash, `At most ${limits.password.maxBytes} bytes.`)
}

function fitsHash(value: string): boolean {
  return new TextEncoder().encode(value).length <= limits.password.maxBytes
}

export function userRole() {
  return numberOf([0, 1, 2])
}

export function displayName() {
  return text(limits.displayName)
}

export function support() {
  return nullable(text(limits.support))
}

export function publicEmail() {
  return nullable(email())
}

/** Bits, 0 for none. */
export function bitmask() {
  return integer({ min: 0 })
}

export function quota() {
  return largeInteger(limits.quota)
}

const npmNamePattern = /^peertube-(plugin|theme)-[a-z0-9._-]+$/

export function npmName(): Lenient<string> {
  return z.string().max(limits.pluginName.max).regex(npmNamePattern)
}

const versionPattern = /^\d+\.\d+\.\d+(-(rc|alpha|beta)\.\d+)?$/

/** A version of the server, a plugin or a runner. */
export function version(): Lenient<string> {
  return z.string().regex(versionPattern)
}

export function pluginPath(): Lenient<string> {
  return z.string().refine((value) => value.startsWith('/') && !value.includes('..'), 'Not a path.')
}

const hex = /^[0-9a-f]+$/i

export function verificationString(): Lenient<string> {
  return z.string().min(1).regex(hex)
}

export function videoPasswords() {
  return distinct(arrayOf(text(limits.videoPassword)))
}

export function tags() {
  return nullable(arrayOf(text(limits.tag), limits.tags))
}

export function videoPrivacy() {
  return numberOf([1, 2, 3, 4, 5])
}

export function commentsPolicy() {
  return numberOf([1, 2, 3])
}

/** What is published when, and how (spec 03 §3.1). */
export function scheduleUpdate() {
  return nullable(object({ updateAt: dateTime(), privacy: numberOf([1, 2, 4]).optional() }))
}

export function videoName() {
  return text({ ...limits.videoName, trim: true })
}

/**
 * What can be told about a video when it is uploaded, imported, announced as live, or changed. Absent = unchanged or the
 * default, null = none. Categories, licences and languages are those of the server, because plugins add and remove some.
 * `commentsEnabled` is the 7.0 form of `commentsPolicy` (spec 01 §12).
 */
export function videoAttributes() {
  return {
    ...describingAttributes(),
    ...publishingAttributes(),
    nsfw: boolean().optional(),
    nsfwFlags: nullable(bitmask()),
    nsfwSummary: nullable(text(limits.nsfwSummary)),
  }
}

function describingAttributes() {
  return {
    category: nullable(integer({ min: 1 })),
    licence: nullable(integer({ min: 1 })),
    language: nullable(text(limits.videoLanguage)),
    description: nullable(text(limits.videoDescription)),
    support: support(),
    tags: tags(),
    originallyPublishedAt: nullable(dateTime()),
  }
}

function publishingAttributes() {
  return {
    privacy: videoPrivacy().optional(),
    videoPasswords: videoPasswords().optional(),
    waitTranscoding: boolean().optional(),
    downloadEnabled: boolean().optional(),
    commentsPolicy: nullable(commentsPolicy()),
    commentsEnabled: nullable(boolean()),
    scheduleUpdate: scheduleUpdate(),
  }
}

/** What runs and how of a live video (spec 06). */
export function liveAttributes() {
  return {
    saveReplay: boolean().optional(),
    permanentLive: boolean().optional(),
    latencyMode: numberOf([1, 2, 3]).optional(),
    replaySettings: nullable(object({ privacy: videoPrivacy().optional() })),
    schedules: nullable(arrayOf(object({ startAt: dateTime() }))),
    /** Seconds; at most `live.dvr.max_window`. */
    dvrWindow: nullable(integer({ min: 0 })),
  }
}

/** The watching client says where it is (spec 03 §8). */
export function viewAttributes() {
  return {
    currentTime: integer(),
    viewEvent: z.literal('seek').optional(),
    sessionId: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/)
      .optional(),
    client: text(limits.viewerAgent).optional(),
    operatingSystem: text(limits.viewerAgent).optional(),
    /** Unknown devices count as none. */
    device: text().optional(),
  }
}

/** Seconds within a video. */
export function timestamp() {
  return nullable(integer({ min: 0 }))
}

export function abuseReasons() {
  return arrayOf(z.enum(Object.keys(abusePredefinedReasons) as (keyof typeof abusePredefinedReasons)[]), { max: 8 })
}

/** A list of words to watch for. */
export function watchedWordsList() {
  return {
    listName: text({ ...limits.watchedListName, trim: true }),
    words: arrayOf(text(limits.watchedWord), limits.watchedWords),
  }
}

/** What is absent stays. */
export function watchedWordsListChange() {
  const { listName, words } = watchedWordsList()
  return { listName: listName.optional(), words: words.optional() }
}

export function externalChannelUrl() {
  return url(limits.externalChannelUrl)
}

/** What a video is imported from: a page or a file of the web, by a name with a top-level domain or an address (spec 03 §11). */
export function importUrl() {
  return url(limits.importUrl).refine(
    (value) => URL.canParse(value) && isFullHost(new URL(value).hostname),
    'Not a URL of a host with a top-level domain.',
  )
}

function isFullHost(host: string): boolean {
  return host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host) || /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)\.?$/.test(host)
}

const magnetPattern = /^magnet:\?(?:[^#\s]*&)?xt(?:\.\d+)?=urn:btih:(?:[0-9a-f]{40}|[a-z2-7]{32})(?:&|$)/i

export function magnetUri() {
  return text(limits.importUrl).refine((value) => magnetPattern.test(value), 'Not a magnet link of a torrent.')
}

export function runnerToken() {
  return text(limits.runnerToken)
}

/** Who reports about a job of a runner. */
export function runnerJobTokens() {
  return { runnerToken: runnerToken(), jobToken: text(limits.runnerToken) }
}

/** How a chunked upload announces itself (spec 03 §3.3); bytes. A file without any has no chunk that could end it. */
export function resumableInitHeaders() {
  return { 'x-upload-content-length': largeInteger({ min: 1 }), 'x-upload-content-type': text({ min: 1 }) }
}

export function resumableInitBody() {
  return { filename: text(limits.sourceFilename), originalName: text().optional(), lastModified: lastModified() }
}

export function chunkHeaders() {
  return { 'content-range': text({ min: 1 }), 'content-length': number({ min: 0 }).optional() }
}

export function uploadId() {
  return { upload_id: text({ min: 1 }) }
}

export function videoPasswordHeader() {
  return { 'x-peertube-video-password': text().optional() }
}

/** Bits of how to be told; real numbers only (spec 02 §2.4). */
export function notificationSetting() {
  return z.int().min(0).max(3)
}

/** What a creation answers: `{ [kind]: { id } }`. */
export function created<K extends string>(
  kind: K,
): Thunk<z.ZodObject<Record<K, z.ZodObject<{ id: z.ZodInt }, z.core.$strict>>, z.core.$strict>> {
  return define(() =>
    z.strictObject({ [kind]: z.strictObject({ id: z.int() }) } as Record<
      K,
      z.ZodObject<{ id: z.ZodInt }, z.core.$strict>
    >),
  )
}

function studioCut() {
  return object({ start: integer({ min: 0 }).optional(), end: integer({ min: 1 }).optional() })
    .refine(({ start, end }) => Boolean(start || end), 'Neither start nor end.')
    .refine(
      ({ start, end }) => start === undefined || end === undefined || start < end,
      'The end must come after the start.',
    )
}

function studioSegments() {
  const segment = object({ start: integer({ min: 0 }), end: integer({ min: 1 }) })
  const rising = (segments: { start: number; end: number }[]) =>
    segments.every(({ start, end }, at) => start < end && start > (segments[at - 1]?.end ?? -1))
  return arrayOf(segment, limits.studioSegments).refine(rising, 'The segments must follow each other.')
}

/** The tasks of an edition; their files are multipart fields `tasks[0][options][file]` (spec 03 §10). */
export function studioTasks() {
  const withFile = z.object({}).optional()
  const task = z.discriminatedUnion('name', [
    z.object({ name: z.literal('cut'), options: studioCut() }),
    z.object({ name: z.literal('add-intro'), options: withFile }),
    z.object({ name: z.literal('add-outro'), options: withFile }),
    z.object({ name: z.literal('add-watermark'), options: withFile }),
    z.object({ name: z.literal('remove-segments'), options: z.object({ segments: studioSegments() }) }),
  ])
  return arrayOf(task, limits.studioTasks)
}

/** Tells two files of one name and size apart when an upload is announced: ms or a date, as the client has it. */
export function lastModified() {
  return nullable(z.union([text({ max: 100 }), z.number()]))
}
