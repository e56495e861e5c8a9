import { sql, type Selectable } from 'kysely'
import { RegistrationState } from '@sepiola/contract/enums.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, readSort } from '#foundation/db/list-clauses.ts'
import type { UserRegistrationTable } from '#foundation/db/peertube-tables.ts'

const columns = [
  'id',
  'state',
  'registrationReason',
  'moderationResponse',
  'password',
  'username',
  'email',
  'emailVerified',
  'accountDisplayName',
  'channelHandle',
  'channelDisplayName',
  'userId',
  'createdAt',
  'updatedAt',
] as const

/** Its password is a bcrypt hash; null once the request was answered. */
export type RegistrationRow = Pick<Selectable<UserRegistrationTable>, (typeof columns)[number]>

type NewRegistration = Omit<
  RegistrationRow,
  'id' | 'state' | 'moderationResponse' | 'userId' | 'createdAt' | 'updatedAt' | 'password'
> & { password: string; now: Date }

export async function insertRegistration(tx: Tx, registration: NewRegistration): Promise<RegistrationRow> {
  const { now, ...values } = registration
  return tx
    .insertInto('userRegistration')
    .values({ ...values, state: RegistrationState.PENDING, createdAt: now, updatedAt: now })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function findRegistration(db: Db | Tx, id: number): Promise<RegistrationRow | undefined> {
  return db.selectFrom('userRegistration').select(columns).where('id', '=', id).executeTakeFirst()
}

/** Pending ones under that address, ignoring case. */
export async function findPendingByEmail(db: Db | Tx, email: string): Promise<RegistrationRow[]> {
  return db
    .selectFrom('userRegistration')
    .select(columns)
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .where('state', '=', RegistrationState.PENDING)
    .execute()
}

/** Whether another request has one of these names or the address; `pendingOnly`: answered ones do not count. */
export async function isRequestTaken(
  db: Db | Tx,
  wanted: { names: readonly string[]; email: string },
  { pendingOnly }: { pendingOnly: boolean },
): Promise<boolean> {
  const names = wanted.names.map((name) => name.toLowerCase())
  const { rows } = await sql<{ taken: boolean }>`
    SELECT EXISTS (SELECT 1 FROM "userRegistration"
                    WHERE (lower(username) = ANY(${names}::text[]) OR lower("channelHandle") = ANY(${names}::text[])
                           OR lower(email) = lower(${wanted.email}))
                      AND (NOT ${pendingOnly}::boolean OR state = ${sql.lit(RegistrationState.PENDING)})) AS taken`.execute(
    db,
  )
  return rows[0]!.taken
}

export interface RegistrationList {
  search?: string | undefined
  stateOneOf?: readonly number[] | undefined
  start: number
  count: number
  sort: 'createdAt' | '-createdAt' | 'state' | '-state'
}

export async function listRegistrations(
  db: Db | Tx,
  list: RegistrationList,
): Promise<{ total: number; registrations: RegistrationRow[] }> {
  let query = db.selectFrom('userRegistration')
  if (list.stateOneOf?.length) query = query.where('state', 'in', list.stateOneOf)
  if (list.search) {
    const pattern = containing(list.search)
    query = query.where((eb) => eb.or([eb('email', 'ilike', pattern), eb('username', 'ilike', pattern)]))
  }
  const { column, descending } = readSort(list.sort)
  const [counted, registrations] = await Promise.all([
    query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    query
      .select(columns)
      .orderBy(column, descending ? 'desc' : 'asc')
      .orderBy('id')
      .offset(list.start)
      .limit(list.count)
      .execute(),
  ])
  return { total: Number(counted.total), registrations }
}

/** Answers a pending request; its password is needed no more. False when somebody else answered first. */
export async function answerRegistration(
  tx: Tx,
  id: number,
  answer: { state: number; moderationResponse: string; userId: number | null; now: Date },
): Promise<boolean> {
  const { now, ...values } = answer
  const result = await tx
    .updateTable('userRegistration')
    .set({ ...values, password: null, processedAt: now, updatedAt: now })
    .where('id', '=', id)
    .where('state', '=', RegistrationState.PENDING)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Keeps two moderators from answering one request at the same time. */
export async function lockRegistration(tx: Tx, id: number): Promise<RegistrationRow | undefined> {
  return tx.selectFrom('userRegistration').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function deleteRegistrationRow(db: Db | Tx, id: number): Promise<RegistrationRow | undefined> {
  return db.deleteFrom('userRegistration').where('id', '=', id).returning(columns).executeTakeFirst()
}

export async function setRegistrationVerified(db: Db | Tx, id: number, now: Date): Promise<void> {
  await db.updateTable('userRegistration').set({ emailVerified: true, updatedAt: now }).where('id', '=', id).execute()
}
