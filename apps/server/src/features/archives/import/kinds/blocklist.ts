import { z } from 'zod'
import { checkedHandle, host } from '@sepiola/contract/lenient.ts'
import { define } from '@sepiola/contract/operation.ts'
import { muteAccount, muteServer } from '#features/blocklists/public.ts'
import { findBlockedHandles, findBlockedHosts } from '../../export/content/person-rows.sql.ts'
import { bringInEach, readItems, type BringIn } from '../bring-in.ts'

const item = define(() =>
  z.union([
    z.object({ host: host() }).transform((found) => ({ kind: 'host' as const, name: found.host })),
    z.object({ handle: checkedHandle() }).transform((found) => ({ kind: 'handle' as const, name: found.handle })),
  ]),
)

export const bringInBlocklist: BringIn = async (run, tell) => {
  const { ctx, viewer, archive } = run
  const { accountId } = viewer
  const hosts = await readItems(archive, 'blocklist', 'instances')
  const items = [...hosts, ...(await readItems(archive, 'blocklist', 'actors'))]
  const muted = new Set([
    ...(await findBlockedHosts(ctx.db, accountId)),
    ...(await findBlockedHandles(ctx.db, accountId, ctx.origin.host)),
  ])
  const muter = { accountId, forInstance: false }
  return bringInEach(run, { kind: 'blocklist', items, schema: item(), tell }, async ({ kind, name }) => {
    if (muted.has(name)) return 'duplicates'
    await (kind === 'host' ? muteServer(ctx, muter, name, '') : muteAccount(ctx, muter, name))
    muted.add(name)
    return 'success'
  })
}
