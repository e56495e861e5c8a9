import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'

export interface NamedUser {
  id: number
  username: string
  blocked: boolean
  pluginAuth: string | null
  hasTwoFactor: boolean
}

/** By user name or address, ignoring case; an exact user name first. */
export async function findUserByName(db: Db, name: string): Promise<NamedUser | undefined> {
  const { rows } = await sql<NamedUser>`
    SELECT id, username, blocked, "pluginAuth", "otpSecret" IS NOT NULL AS "hasTwoFactor" FROM "user"
     WHERE lower(username) = lower(${name}) OR lower(email) = lower(${name})
     ORDER BY username = ${name} DESC, lower(username) = lower(${name}) DESC, id LIMIT 1`.execute(db)
  return rows[0]
}

export interface ListedUser {
  id: number
  username: string
  email: string
  role: number
  blocked: boolean
  /** Of all channels. */
  videos: number
  /** Of their files. */
  bytes: number
  createdAt: Date
  lastLoginDate: Date | null
}

export async function listUserRows(db: Db): Promise<ListedUser[]> {
  const { rows } = await sql<ListedUser>`
    SELECT u.id, u.username, u.email, u.role, u.blocked, u."createdAt", u."lastLoginDate",
      coalesce(held.videos, 0)::int AS videos, coalesce(held.bytes, 0) AS bytes
    FROM "user" u
    LEFT JOIN (
      SELECT a."userId", count(DISTINCT v.id) AS videos, sum(f.size) AS bytes
      FROM "account" a JOIN "videoChannel" c ON c."accountId" = a.id JOIN "video" v ON v."channelId" = c.id
      LEFT JOIN "videoStreamingPlaylist" p ON p."videoId" = v.id
      LEFT JOIN "videoFile" f ON f."videoId" = v.id OR f."videoStreamingPlaylistId" = p.id
      WHERE a."userId" IS NOT NULL GROUP BY a."userId") held ON held."userId" = u.id
    ORDER BY u.role, u.username`.execute(db)
  return rows
}
