import { text } from 'node:stream/consumers'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'

/** A stored playlist whose every file carries the token, for players that send no headers (spec 05 §14). */
export async function addFileToken(ctx: Context, key: string, token: string): Promise<string> {
  if (!(await ctx.storage.stat('streaming_playlists', key))) throw problem(404, 'File not found')
  return withFileToken(await text(await ctx.storage.read('streaming_playlists', key)), token, key)
}

/** The media playlists that a master names must pass the token on in their turn. */
export function withFileToken(playlist: string, token: string, filename: string): string {
  const query = `?videoFileToken=${encodeURIComponent(token)}`
  const suffix = filename.endsWith('master.m3u8') ? `${query}&reinjectVideoFileToken=true` : query
  return playlist.replaceAll(/\.(m3u8|ts|mp4)/g, (extension) => extension + suffix)
}
