import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#foundation/context.ts'
import { readRemoteTorrent } from './remote-copies.ts'
import { attachment, isMissing, sendStoredFile, type SendOptions } from './send-stored-file.ts'

/** Answers with a torrent of ours, or with another server's as it is there now (spec 03 §16). Throws 404. */
export async function sendTorrent(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  filename: string,
  options: SendOptions,
): Promise<FastifyReply> {
  try {
    return await sendStoredFile(ctx, request, reply, { area: 'torrents', key: filename }, options)
  } catch (error) {
    const content = isMissing(error) ? await readRemoteTorrent(ctx, filename) : undefined
    if (!content) throw error
    if (options.downloadName !== undefined) reply.header('content-disposition', attachment(options.downloadName))
    return reply.type('application/x-bittorrent').send(content)
  }
}
