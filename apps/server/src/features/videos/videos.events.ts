import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

const ids = define(() => z.object({ videoId: z.number().int() }))

/**
 * The rows are there; the uploaded file is in place. Whoever plans transcoding starts here. `generateTranscription`
 * false: no captions are wanted of what is said (spec 03 §3.1).
 */
export const videoCreated = defineEvent(
  'video.created',
  define(() => z.object({ videoId: z.number().int(), generateTranscription: z.boolean().optional() })),
)

/** The video entered the state "published". `previousState`: spec 05 §11, decides which notification is due. */
export const videoPublished = defineEvent(
  'video.published',
  define(() => z.object({ videoId: z.number().int(), isNewVideo: z.boolean(), previousState: z.number().int() })),
)

/** Attributes changed. `torrentsOutdated`: the name changed or files moved, so torrents must be written anew. */
export const videoUpdated = defineEvent(
  'video.updated',
  define(() => z.object({ videoId: z.number().int(), torrentsOutdated: z.boolean() })),
)

/** To another channel, of the same account or of another one: it is announced anew from there. */
export const videoMoved = defineEvent(
  'video.moved',
  define(() => z.object({ videoId: z.number().int(), fromChannelId: z.number().int(), toChannelId: z.number().int() })),
)

/** It has another file than before, and none else: its renditions and its storyboard are to be made of it. */
export const videoSourceReplaced = defineEvent('video.source-replaced', ids)

/** Files were added, removed or moved. */
export const videoFilesChanged = defineEvent('video.files-changed', ids)

/** `published`: it left "private" for a listed privacy for the first time (subscribers are told). */
export const videoPrivacyChanged = defineEvent(
  'video.privacy-changed',
  define(() =>
    z.object({ videoId: z.number().int(), from: z.number().int(), to: z.number().int(), firstTime: z.boolean() }),
  ),
)

/** The row is gone: the payload says what followers need to know of it. */
export const videoDeleted = defineEvent(
  'video.deleted',
  define(() =>
    z.object({
      videoId: z.number().int(),
      uuid: z.string(),
      url: z.string(),
      channelId: z.number().int(),
      accountId: z.number().int(),
      privacy: z.number().int(),
      state: z.number().int(),
      isLive: z.boolean(),
      remote: z.boolean(),
      /** Playlists that showed its picture. */
      playlistIds: z.array(z.number().int()).default([]),
    }),
  ),
)

/** Views and downloads of the last interval are in the totals of a video of this server (spec 03 §8). */
export const videoCounted = defineEvent('video.counted', ids)

/** One counted view (spec 03 §8). */
export const videoViewed = defineEvent('video.viewed', ids)
