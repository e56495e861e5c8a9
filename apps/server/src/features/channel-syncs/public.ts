// What higher slices may use of synchronizations; events are in channel-syncs.events.ts.
export { beginSync, endSync, failSync, findSync, findSyncsToRun, saveLastSync, type SyncRow } from './syncs.sql.ts'
