import { accountView } from '#features/accounts/public.ts'
import type { Origin } from '#foundation/origin.ts'
import type { AccountMuteRow, MuteLogRow, ServerMuteRow } from './list-mutes.sql.ts'
import type { StatusRow } from './block-status.sql.ts'

/** Spec 10 §2.1; `blocklistSubscription`: the followed list that the mute came from. */
export function accountBlockView(origin: Origin, row: AccountMuteRow) {
  return {
    byAccount: accountView(origin, row.byAccount),
    blockedAccount: accountView(origin, row.blockedAccount),
    createdAt: row.createdAt.toISOString(),
    blocklistSubscription: row.subscription,
  }
}

export function serverBlockView(origin: Origin, row: ServerMuteRow) {
  return {
    byAccount: accountView(origin, row.byAccount),
    blockedServer: { host: row.host },
    createdAt: row.createdAt.toISOString(),
    blocklistSubscription: row.subscription,
  }
}

/** `names` as the client gave them. */
export function blockStatusView(names: readonly string[], rows: readonly StatusRow[]) {
  return Object.fromEntries(names.map((name, index) => [name, rows[index]!] as const))
}

export function muteLogView(name: string, rows: readonly MuteLogRow[]) {
  return {
    name,
    actions: rows.map(({ action, target, createdAt }) => ({
      type: action,
      target,
      createdAt: createdAt.toISOString(),
    })),
  }
}
