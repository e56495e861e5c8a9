import { text } from 'node:stream/consumers'
import { injectFileToken } from '@sepiola/media/hls.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'

/** A stored playlist whose every file carries the token, for players that send no headers (spec 05 §14). */
export async function addFileToken(ctx: Context, key: string, token: string): Promise<string> {
  if (!(await ctx.storage.stat('streaming_playlists', key))) throw problem(404, 'File not found')
  const playlist = await text(await ctx.storage.read('streaming_playlists', key))
  return injectFileToken(playlist, token, { isMaster: key.endsWith('master.m3u8') })
}
