import type { FastifyReply, FastifyRequest } from 'fastify'
import * as operations from '@sepiola/contract/operations/lazy-static.ts'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { fetchRemoteCopy } from './remote-copies.ts'
import type { CopiedArea } from './remote-copies.sql.ts'
import { isMissing, requirePlainName, sendStoredFile } from './send-stored-file.ts'
import { sendTorrent } from './send-torrent.ts'

/** ms that clients keep them: a changed file has another name (spec 01 §6). */
const year = 365 * 24 * 60 * 60 * 1000
const maxAge = ({ testMode }: Context) => (testMode ? 0 : year)

interface LazyCall {
  ctx: Context
  params: { filename: string }
  request: FastifyRequest
  reply: FastifyReply
}

/** A file of ours, or a copy of another server's: fetched when it is asked for (spec 03 §16). */
function lazy(operation: OperationDefinition, area: CopiedArea) {
  return implement(operation, (call) => {
    const { ctx, params, request, reply } = call as unknown as LazyCall
    return orNothing(reply, async () => {
      const file = { area, key: requirePlainName(params.filename) }
      const send = () => sendStoredFile(ctx, request, reply, file, { maxAge: maxAge(ctx) })
      try {
        return await send()
      } catch (error) {
        if (!isMissing(error) || !(await fetchRemoteCopy(ctx, area, file.key))) throw error
        return await send()
      }
    })
  })
}

const torrent = implement(operations.getLazyStaticTorrentsByFilename, (call) => {
  const { ctx, params, request, reply } = call as unknown as LazyCall
  return orNothing(reply, async () =>
    sendTorrent(ctx, request, reply, requirePlainName(params.filename), { maxAge: maxAge(ctx) }),
  )
})

/** An unknown one is a 404 without body (spec 03 §5). */
async function orNothing(reply: FastifyReply, send: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await send()
  } catch (error) {
    if (!isMissing(error)) throw error
    return reply.code(404).send('')
  }
}

export const lazyStaticOperations = [
  lazy(operations.getLazyStaticThumbnailsByFilename, 'thumbnails'),
  lazy(operations.getLazyStaticPreviewsByFilename, 'thumbnails'),
  lazy(operations.getLazyStaticStoryboardsByFilename, 'storyboards'),
  lazy(operations.getLazyStaticVideoCaptionsByFilename, 'captions'),
  torrent,
  lazy(operations.getLazyStaticAvatarsByFilename, 'avatars'),
  lazy(operations.getLazyStaticBannersByFilename, 'avatars'),
]
