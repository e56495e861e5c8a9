import type { FastifyReply, FastifyRequest } from 'fastify'
import * as operations from '@sepiola/contract/operations/static-video-files.ts'
import { isUuid } from '@sepiola/contract/short-uuid.ts'
import type { Context } from '#foundation/context.ts'
import { implement, type Implementation } from '#foundation/http/implement.ts'
import { invalidParams, problem, type InvalidParam } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { guardPrivateFile } from './guard-private-file.ts'
import { addFileToken } from './add-file-token.ts'
import { requirePlainName, sendStoredFile } from './send-stored-file.ts'

interface StaticCall {
  ctx: Context
  viewer: Viewer | undefined
  params: Record<string, string>
  request: FastifyRequest
  reply: FastifyReply
}

const playlistType = 'application/x-mpegurl; charset=utf-8'

async function webVideo({ ctx, params, request, reply }: StaticCall): Promise<FastifyReply> {
  return sendStoredFile(ctx, request, reply, { area: 'web_videos', key: requirePlainName(params.filename!) })
}

async function privateWebVideo({ ctx, viewer, params, request, reply }: StaticCall): Promise<FastifyReply> {
  const name = requirePlainName(params.filename!)
  await guardPrivateFile(ctx, viewer, request, { webVideo: name })
  return sendStoredFile(ctx, request, reply, { area: 'web_videos', key: `private/${name}` })
}

async function hlsFile({ ctx, params, request, reply }: StaticCall): Promise<FastifyReply> {
  const folder = requirePlainName(params.videoUUID!)
  const key = `hls/${folder}/${requirePlainName(params.filename!)}`
  // The folder of private videos is no video.
  if (folder === 'private') throw problem(404, 'File not found')
  return sendStoredFile(ctx, request, reply, { area: 'streaming_playlists', key })
}

async function privateHlsFile({ ctx, viewer, params, request, reply }: StaticCall): Promise<FastifyReply> {
  const { videoUUID } = params
  const filename = params.filename ?? `${params.name}.m3u8`
  refuseStrangeNames(videoUUID!, filename, request.url)
  await guardPrivateFile(ctx, viewer, request, { videoUuid: videoUUID! })
  const key = `hls/private/${videoUUID}/${filename}`
  if (!filename.endsWith('.m3u8')) return sendStoredFile(ctx, request, reply, { area: 'streaming_playlists', key })
  const { videoFileToken, reinjectVideoFileToken } = request.query as Record<string, unknown>
  if (typeof videoFileToken === 'string' && /^(true|1)$/.test(String(reinjectVideoFileToken))) {
    const text = await addFileToken(ctx, key, videoFileToken)
    return reply.type(playlistType).send(text)
  }
  return sendStoredFile(ctx, request, reply, { area: 'streaming_playlists', key }, { contentType: playlistType })
}

/** 400 as of field rules (spec 05 §14). */
function refuseStrangeNames(videoUUID: string, filename: string, url: string): void {
  const failures: InvalidParam[] = []
  const fail = (path: string, value: string, msg: string) =>
    failures.push({ type: 'field', value, msg, path, location: 'params' })
  if (!isUuid(videoUUID)) fail('videoUUID', videoUUID, 'Not a UUID.')
  if (!/^[a-z0-9-]+\.[a-z0-9]{1,8}$/.test(filename)) fail('filename', filename, 'Not the name of an HLS file.')
  if (failures.length > 0) throw invalidParams(failures, url)
}

async function redundancyFile({ ctx, request, reply }: StaticCall): Promise<FastifyReply> {
  const [kind, uuid, filename, ...rest] = request.url.split('?')[0]!.split('/').slice(3)
  if (kind !== 'hls' || rest.length > 0) throw problem(404, 'File not found')
  const key = `hls/${requirePlainName(uuid ?? '')}/${requirePlainName(filename ?? '')}`
  return sendStoredFile(ctx, request, reply, { area: 'redundancy', key })
}

// In the reference these two paths have no folder of a video; nothing lies there.
const nothing = () => {
  throw problem(404, 'File not found')
}

const serve = (operation: Implementation['operation'], handler: (call: StaticCall) => Promise<FastifyReply>) =>
  implement(operation, (call) => handler(call as unknown as StaticCall))

export const staticOperations = [
  serve(operations.getStaticWebVideosByFilename, webVideo),
  serve(operations.getStaticWebseedByFilename, webVideo),
  serve(operations.getStaticWebVideosPrivateByFilename, privateWebVideo),
  serve(operations.getStaticWebseedPrivateByFilename, privateWebVideo),
  serve(operations.getStaticStreamingPlaylistsHlsByVideoUUIDByFilename, hlsFile),
  serve(operations.getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByFilename, privateHlsFile),
  serve(operations.getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByNameM3u8, privateHlsFile),
  serve(
    { ...operations.getStaticRedundancyByPath, aliases: ['/static/redundancy/hls/{videoUUID}/{filename}'] },
    redundancyFile,
  ),
  serve(operations.getStaticStreamingPlaylistsHlsByFilename, nothing),
  serve(operations.getStaticStreamingPlaylistsHlsPrivateByFilename, nothing),
]
