import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { LinkOwner, LinkPurpose } from './account-link.ts'

const userIdOf = (owner: LinkOwner) => ('userId' in owner ? owner.userId : null)
const registrationIdOf = (owner: LinkOwner) => ('registrationId' in owner ? owner.registrationId : null)

/** False when the owner does not exist any more. */
export async function insertAccountLink(
  db: Db | Tx,
  link: { secretHash: string; purpose: LinkPurpose; owner: LinkOwner; email: string; expiresAt: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO sepiola."accountLink" ("secretHash", "purpose", "userId", "registrationId", "email", "expiresAt")
    SELECT ${link.secretHash}, ${link.purpose}, u.id, NULL, ${link.email}, ${link.expiresAt}::timestamptz
      FROM "user" u WHERE u.id = ${userIdOf(link.owner)}
    UNION ALL
    SELECT ${link.secretHash}, ${link.purpose}, NULL, r.id, ${link.email}, ${link.expiresAt}::timestamptz
      FROM "userRegistration" r WHERE r.id = ${registrationIdOf(link.owner)}`.execute(db)
  return numAffectedRows === 1n
}

/** The address of the link; all links of that purpose and owner are gone then. */
export async function takeAccountLinkRow(
  db: Db | Tx,
  link: { secretHash: string; purpose: LinkPurpose; owner: LinkOwner; now: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ email: string }>`
    DELETE FROM sepiola."accountLink"
     WHERE "secretHash" = ${link.secretHash} AND "purpose" = ${link.purpose} AND "expiresAt" > ${link.now}
       AND ("userId" = ${userIdOf(link.owner)} OR "registrationId" = ${registrationIdOf(link.owner)})
    RETURNING "email"`.execute(db)
  if (rows[0]) await deleteAccountLinks(db, link)
  return rows[0]?.email
}

export async function deleteAccountLinks(
  db: Db | Tx,
  { purpose, owner }: { purpose: LinkPurpose; owner: LinkOwner },
): Promise<void> {
  await sql`
    DELETE FROM sepiola."accountLink"
     WHERE "purpose" = ${purpose}
       AND ("userId" = ${userIdOf(owner)} OR "registrationId" = ${registrationIdOf(owner)})`.execute(db)
}

export async function deleteExpiredLinks(db: Db | Tx, now: Date): Promise<void> {
  await db.deleteFrom('sepiola.accountLink').where('expiresAt', '<=', now).execute()
}
