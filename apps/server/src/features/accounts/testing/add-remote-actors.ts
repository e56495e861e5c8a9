import type { Db } from '#foundation/db/database.ts'

interface RemoteActor {
  name: string
  /** Default the name. */
  displayName?: string
  host: string
  followersCount?: number
}

/** An account of another server, which becomes known with it. */
export async function addRemoteAccount(
  db: Db,
  { displayName, ...actor }: RemoteActor,
): Promise<{ accountId: number; actorId: number }> {
  const now = new Date()
  const { id: accountId } = await db
    .insertInto('account')
    .values({ name: displayName ?? actor.name, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { accountId, actorId: await addActor(db, actor, { accountId }) }
}

/** A channel of another server; its account is `<name>_owner`. */
export async function addRemoteChannel(
  db: Db,
  { displayName, ...actor }: RemoteActor,
): Promise<{ accountId: number; channelId: number; ownerActorId: number }> {
  const owner = await addRemoteAccount(db, { ...actor, name: `${actor.name}_owner` })
  const now = new Date()
  const { id: channelId } = await db
    .insertInto('videoChannel')
    .values({ name: displayName ?? actor.name, accountId: owner.accountId, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addActor(db, actor, { videoChannelId: channelId })
  return { accountId: owner.accountId, channelId, ownerActorId: owner.actorId }
}

async function addActor(
  db: Db,
  { name, host, followersCount = 0 }: RemoteActor,
  of: { accountId: number } | { videoChannelId: number },
): Promise<number> {
  const now = new Date()
  const dates = { createdAt: now, updatedAt: now }
  await db
    .insertInto('server')
    .values({ host, redundancyAllowed: false, ...dates })
    .onConflict((conflict) => conflict.column('host').doNothing())
    .execute()
  const server = await db.selectFrom('server').select('id').where('host', '=', host).executeTakeFirstOrThrow()
  const isAccount = 'accountId' in of
  const { id } = await db
    .insertInto('actor')
    .values({
      ...{ type: isAccount ? 'Person' : 'Group', preferredUsername: name, followersCount, followingCount: 0 },
      url: `https://${host}/${isAccount ? 'accounts' : 'video-channels'}/${name}`,
      ...{ inboxUrl: `https://${host}/inbox`, serverId: server.id, ...of, ...dates },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
