import { z } from 'zod'
import { dateTime, isHost, splitHandle } from '@sepiola/contract/lenient.ts'
import { define } from '@sepiola/contract/operation.ts'
import type { Origin } from '#foundation/origin.ts'
import type { AccountTarget } from './apply-actions.sql.ts'

const isTarget = (target: string) => (target.includes('@') ? splitHandle(target)?.host !== undefined : isHost(target))

/** Spec 10 §2.3: anything malformed refuses the whole list. */
export const muteActions = define(() =>
  z.object({
    name: z.string().min(1).max(255),
    actions: z
      .array(
        z.object({ type: z.enum(['block', 'unblock']), target: z.string().refine(isTarget), createdAt: dateTime() }),
      )
      .max(10_000),
  }),
)

export interface MuteAction {
  type: 'block' | 'unblock'
  /** `name@host` or a host. */
  target: string
}

export interface PlannedMutes {
  accounts: Record<MuteAction['type'], AccountTarget[]>
  hosts: Record<MuteAction['type'], string[]>
}

/** What is left to do of actions in the order of their dates: the last one about a target counts. */
export function planMutes(origin: Origin, actions: readonly MuteAction[]): PlannedMutes {
  const last = new Map(actions.map(({ type, target }) => [target.toLowerCase(), type]))
  const planned: PlannedMutes = { accounts: { block: [], unblock: [] }, hosts: { block: [], unblock: [] } }
  const own = origin.host.toLowerCase()
  for (const [target, type] of last) {
    const handle = target.includes('@') ? splitHandle(target)! : undefined
    if (handle) {
      const host = handle.host === own ? null : handle.host!
      planned.accounts[type].push({ name: handle.name, host })
    } else if (target !== own) planned.hosts[type].push(target)
  }
  return planned
}
