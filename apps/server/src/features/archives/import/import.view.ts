import { ArchiveState, archiveStateLabels } from '@sepiola/contract/enums.ts'
import { labelledNumber } from '#features/videos/public.ts'
import type { ImportRow } from './imports.sql.ts'

/** `UserImport` (spec 02 §4.2). */
export function importView({ id, state, createdAt, progress, resultSummary, error }: ImportRow & { progress: number }) {
  return {
    id,
    state: labelledNumber(archiveStateLabels, state),
    createdAt: createdAt.toISOString(),
    progress: state === ArchiveState.COMPLETED ? 100 : progress,
    resultSummary,
    error,
  }
}
