import type { FastifyReply, FastifyRequest } from 'fastify'
import * as operations from '@sepiola/contract/operations/lazy-static.ts'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { Problem } from '#foundation/http/problem.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import { requirePlainName, sendStoredFile } from './send-stored-file.ts'

/** ms that clients keep them: a changed file has another name (spec 01 §6). */
const year = 365 * 24 * 60 * 60 * 1000

function lazy(operation: OperationDefinition, area: StorageArea) {
  return implement(operation, async (call) => {
    const { ctx, params, request, reply } = call as unknown as {
      ctx: Context
      params: { filename: string }
      request: FastifyRequest
      reply: FastifyReply
    }
    try {
      const key = requirePlainName(params.filename)
      return await sendStoredFile(ctx, request, reply, { area, key }, { maxAge: ctx.testMode ? 0 : year })
    } catch (error) {
      // An unknown one is a 404 without body (spec 03 §5).
      if (error instanceof Problem && error.status === 404) return reply.code(404).send('')
      throw error
    }
  })
}

export const lazyStaticOperations = [
  lazy(operations.getLazyStaticThumbnailsByFilename, 'thumbnails'),
  lazy(operations.getLazyStaticPreviewsByFilename, 'thumbnails'),
  lazy(operations.getLazyStaticStoryboardsByFilename, 'storyboards'),
  lazy(operations.getLazyStaticVideoCaptionsByFilename, 'captions'),
  lazy(operations.getLazyStaticTorrentsByFilename, 'torrents'),
  lazy(operations.getLazyStaticAvatarsByFilename, 'avatars'),
  lazy(operations.getLazyStaticBannersByFilename, 'avatars'),
]
