import { randomUUID } from 'node:crypto'
import type { Context } from '#foundation/context.ts'
import { isUuid } from '@sepiola/contract/short-uuid.ts'
import { deleteExpiredFileTokens, findFileToken, insertFileToken } from './video-file-token.sql.ts'

/** 8 h, in ms (spec 05 §14). */
const lifetime = 8 * 60 * 60 * 1000

/** A token that opens the files of one video, bound to the user who asked, if any. */
export async function createFileToken(
  ctx: Context,
  videoId: number,
  userId: number | null,
): Promise<{ token: string; expires: Date }> {
  const token = randomUUID()
  const expires = new Date(ctx.clock.now().getTime() + lifetime)
  await insertFileToken(ctx.db, { token, videoId, userId, expires })
  return { token, expires }
}

/** Who holds a token of this video; `holder` is undefined for who gave a password. Undefined: it is none of this video. */
export async function findTokenHolder(
  ctx: Context,
  token: string,
  videoUuid: string,
): Promise<{ userId: number | null; holder: { role: number; managesChannel: boolean } | undefined } | undefined> {
  if (!isUuid(token)) return undefined
  const found = await findFileToken(ctx.db, token, videoUuid, ctx.clock.now())
  if (!found || found.banned) return undefined
  const { userId, role, managesChannel } = found
  return { userId, holder: role === null ? undefined : { role, managesChannel } }
}

export async function removeExpiredFileTokens(ctx: Context): Promise<void> {
  await deleteExpiredFileTokens(ctx.db, ctx.clock.now())
}
