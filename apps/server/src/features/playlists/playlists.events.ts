import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

const id = () => z.number().int()

export const playlistCreated = defineEvent(
  'playlist.created',
  define(() => z.object({ playlistId: id(), privacy: id() })),
)

/** Attributes changed. Leaving and entering "private" is a creation and a deletion for other servers (spec 04 §6.4). */
export const playlistUpdated = defineEvent(
  'playlist.updated',
  define(() => z.object({ playlistId: id(), privacy: id(), previousPrivacy: id() })),
)

/** Elements were added, changed, moved or removed. */
export const playlistElementsChanged = defineEvent(
  'playlist.elements-changed',
  define(() => z.object({ playlistId: id() })),
)

/** The row is gone: the payload says what followers need to know of it. */
export const playlistDeleted = defineEvent(
  'playlist.deleted',
  define(() =>
    z.object({
      playlistId: id(),
      uuid: z.string(),
      url: z.string(),
      privacy: id(),
      ownerAccountId: id(),
      channelId: id().nullable(),
    }),
  ),
)

/** The playlists of a channel changed places. */
export const channelPlaylistsReordered = defineEvent(
  'playlist.channel-reordered',
  define(() => z.object({ channelId: id() })),
)
