import { syncStateLabels, type SyncState } from '@sepiola/contract/enums.ts'

interface FollowedListRow {
  id: number
  name: string
  url: string
  state: number
  lastSyncAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** What is told of every list of another server that is followed. */
export function followedListView({ id, name, url, ...row }: FollowedListRow) {
  return {
    ...{ id, name, url },
    state: { id: row.state, label: syncStateLabels[row.state as SyncState] },
    lastSyncAt: row.lastSyncAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
