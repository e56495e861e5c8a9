import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { helpsWithChannel } from '../collaborators/collaborations.sql.ts'

export interface ChannelAccess {
  id: number
  actorId: number
  /** The handle's name. */
  name: string
  displayName: string
  support: string | null
  url: string
  isLocal: boolean
  ownerAccountId: number
  /** null: the owner is no user of this server. */
  ownerUserId: number | null
  /** The account that asks is an accepted collaborator. */
  isCollaborator: boolean
}

function select(viewerAccountId: number | undefined) {
  return sql`
    SELECT c.id, act.id AS "actorId", act."preferredUsername" AS name, c.name AS "displayName", c.support, act.url,
           act."serverId" IS NULL AS "isLocal", c."accountId" AS "ownerAccountId", a."userId" AS "ownerUserId",
           ${helpsWithChannel(sql`${viewerAccountId ?? null}`)} AS "isCollaborator"
      FROM "videoChannel" c
      JOIN "actor" act ON act."videoChannelId" = c.id
      JOIN "account" a ON a.id = c."accountId"`
}

export async function findChannelAccessById(
  db: Db | Tx,
  id: number,
  viewerAccountId: number | undefined,
): Promise<ChannelAccess | undefined> {
  const { rows } = await sql<ChannelAccess>`${select(viewerAccountId)} WHERE c.id = ${id}`.execute(db)
  return rows[0]
}

export async function findChannelAccessByName(
  db: Db | Tx,
  name: string,
  host: string | null,
  viewerAccountId: number | undefined,
): Promise<ChannelAccess | undefined> {
  const where =
    host === null ? sql`act."serverId" IS NULL` : sql`act."serverId" = (SELECT id FROM "server" WHERE host = ${host})`
  const { rows } = await sql<ChannelAccess>`
    ${select(viewerAccountId)} WHERE lower(act."preferredUsername") = lower(${name}) AND ${where}`.execute(db)
  return rows[0]
}
