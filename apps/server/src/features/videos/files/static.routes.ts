import type { FastifyReply, FastifyRequest } from 'fastify'
import * as operations from '@sepiola/contract/operations/static-video-files.ts'
import { isUuid } from '@sepiola/contract/short-uuid.ts'
import type { Context } from '#foundation/context.ts'
import { implement, type Implementation } from '#foundation/http/implement.ts'
import { invalidParams, problem, type InvalidParam } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { guardPrivateFile, guardPublicFile } from './guard-private-file.ts'
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

async function webVideo({ ctx, viewer, params, request, reply }: StaticCall): Promise<FastifyReply> {
  const name = requirePlainName(params.filename!)
  await guardPublicFile(ctx, viewer, request, { webVideo: name })
  return sendStoredFile(ctx, request, reply, { area: 'web_videos', key: name })
}

async function privateWebVideo({ ctx, viewer, params, request, reply }: StaticCall): Promise<FastifyReply> {
  const name = requirePlainName(params.filename!)
  await guardPrivateFile(ctx, viewer, request, { webVideo: name })
  return sendStoredFile(ctx, request, reply, { area: 'web_videos', key: `private/${name}` })
}

async function hlsFile(call: StaticCall): Promise<FastifyReply> {
  const { ctx, viewer, params, request, reply } = call
  const videoUuid = requireFolder(params.videoUUID)
  const key = `hls/${videoUuid}/${requirePlainName(params.filename!)}`
  await guardPublicFile(ctx, viewer, request, { videoUuid })
  const playlist = key.endsWith('.m3u8') && (await withFileToken(call, key))
  return playlist || sendStoredFile(ctx, request, reply, { area: 'streaming_playlists', key })
}

/** The folder of private videos, and whatever else is no UUID, is no video. Throws 404. */
function requireFolder(name: string | undefined): string {
  if (!name || !isUuid(name)) throw problem(404, 'File not found')
  return name
}

/** The playlist whose every file carries the token of the request, when that is wanted. */
async function withFileToken({ ctx, request, reply }: StaticCall, key: string): Promise<FastifyReply | undefined> {
  const { videoFileToken, reinjectVideoFileToken } = request.query as Record<string, unknown>
  if (typeof videoFileToken !== 'string' || !/^(true|1)$/.test(String(reinjectVideoFileToken))) return undefined
  return reply.type(playlistType).send(await addFileToken(ctx, key, videoFileToken))
}

async function privateHlsFile(call: StaticCall): Promise<FastifyReply> {
  const { ctx, viewer, params, request, reply } = call
  const { videoUUID } = params
  const filename = params.filename ?? `${params.name}.m3u8`
  refuseStrangeNames(videoUUID!, filename, request.url)
  await guardPrivateFile(ctx, viewer, request, { videoUuid: videoUUID! })
  const key = `hls/private/${videoUUID}/${filename}`
  if (!filename.endsWith('.m3u8')) return sendStoredFile(ctx, request, reply, { area: 'streaming_playlists', key })
  const file = { area: 'streaming_playlists', key } as const
  return (await withFileToken(call, key)) ?? sendStoredFile(ctx, request, reply, file, { contentType: playlistType })
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

async function redundancyFile({ ctx, viewer, request, reply }: StaticCall): Promise<FastifyReply> {
  const [kind, uuid, filename, ...rest] = request.url.split('?')[0]!.split('/').slice(3)
  if (kind !== 'hls' || rest.length > 0) throw problem(404, 'File not found')
  const videoUuid = requireFolder(uuid)
  const key = `hls/${videoUuid}/${requirePlainName(filename ?? '')}`
  await guardPublicFile(ctx, viewer, request, { videoUuid })
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
