import { UserRole } from '@sepiola/contract/rights.ts'
import type { Me } from '#lib/api/types.ts'

export type Reminder = 'profile' | 'instance'

/** What people look for before they join a place; the members of `GET /config/about`. */
const told = ['description', 'terms', 'administrator', 'maintenanceLifetime', 'businessModel'] as const

/** ms that "not now" lasts. */
const rest = 7 * 24 * 3600 * 1000

/** Whether "not now" was said lately; `at` is when, as it is stored. */
export const isResting = (at: string | null, now = Date.now()): boolean => now - Number(at ?? -Infinity) < rest

/** What somebody may be reminded of, the most important first; who refused or has done it is not. */
export function dueReminders(me: Me): Reminder[] {
  const { account } = me
  const bare = !account.avatars.length || !account.description
  return [
    // The set-up comes before it.
    ...(me.role.id === UserRole.ADMINISTRATOR && me.noWelcomeModal && !me.noInstanceConfigWarningModal
      ? ['instance' as const]
      : []),
    ...(bare && !me.noAccountSetupWarningModal ? ['profile' as const] : []),
  ]
}

/** How many of the things that people look for are not said. */
export function countUntold(about: Readonly<Record<string, unknown>>): number {
  return told.filter((name) => !about[name]).length
}
