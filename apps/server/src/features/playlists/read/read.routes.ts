import type { FastifyRequest } from 'fastify'
import { playlistPrivacyLabels } from '@sepiola/contract/enums.ts'
import {
  getAccountsByNameVideoPlaylists,
  getPlaylistPrivacyPolicies,
  getPlaylists,
  getVideoChannelsByChannelHandleVideoPlaylists,
  getVideoPlaylistsByPlaylistId,
} from '@sepiola/contract/operations/video-playlists.ts'
import { requireAccount } from '#features/accounts/public.ts'
import { requireChannel } from '#features/channels/public.ts'
import { maySearchRemote } from '#features/videos/public.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requireReadablePlaylist } from '../access/require-playlist.ts'
import { findPlaylistIds, type PlaylistQuery, type PlaylistScope } from './list-playlists.sql.ts'
import { findPlaylists } from './playlist-json.sql.ts'
import { playlistView } from './playlist.view.ts'
import { problem } from '#foundation/http/problem.ts'

function listPlaylists(ctx: Context, viewer: Viewer | undefined, query: PlaylistQuery, scope: PlaylistScope) {
  return answerOnce(ctx, viewer, ['playlists', query, scope], async () => {
    const { total, ids } = await findPlaylistIds(ctx.db, query, scope)
    const rows = await findPlaylists(ctx.db, ids)
    return { total, data: rows.map((row) => playlistView(ctx.origin, row)) }
  })
}

const param = (request: FastifyRequest, name: string) => (request.params as Record<string, string>)[name]!

// Handles are looked up before the field rules, so that an unknown one is 404 whatever the query (spec 01 §2.1).
const accountIds = new WeakMap<FastifyRequest, number>()
const channels = new WeakMap<FastifyRequest, { id: number; ownerAccountId: number }>()

export const readOperations = [
  implement(getPlaylistPrivacyPolicies, () => ({ ...playlistPrivacyLabels })),

  implement(getPlaylists, ({ ctx, viewer, query }) =>
    listPlaylists(ctx, viewer, query, { all: false, followedOnly: true }),
  ),

  implement(
    getAccountsByNameVideoPlaylists,
    ({ ctx, viewer, query, request }) => {
      const accountId = accountIds.get(request)!
      const self = viewer?.accountId === accountId
      return listPlaylists(ctx, viewer, query, {
        accountId,
        all: self,
        collaborations: self && query.includeCollaborations === true,
        followedOnly: !maySearchRemote(ctx, viewer),
      })
    },
    {
      async before({ ctx, request }) {
        accountIds.set(request, (await requireAccount(ctx, param(request, 'name'))).id)
      },
    },
  ),

  implement(
    getVideoChannelsByChannelHandleVideoPlaylists,
    ({ ctx, viewer, query, request }) => {
      const channel = channels.get(request)!
      return listPlaylists(ctx, viewer, query, {
        channelId: channel.id,
        all: viewer?.accountId === channel.ownerAccountId,
        followedOnly: !maySearchRemote(ctx, viewer),
      })
    },
    {
      async before({ ctx, request }) {
        const { id, ownerAccount } = await requireChannel(ctx, param(request, 'channelHandle'))
        channels.set(request, { id, ownerAccountId: ownerAccount.id })
      },
    },
  ),

  implement(getVideoPlaylistsByPlaylistId, ({ ctx, viewer, params }) =>
    answerOnce(ctx, viewer, ['playlist', params.playlistId], async () => {
      const { id } = await requireReadablePlaylist(ctx, viewer, params.playlistId)
      const [row] = await findPlaylists(ctx.db, [id])
      if (!row) throw problem(404, 'Video playlist not found')
      return playlistView(ctx.origin, row)
    }),
  ),
]
