import { ArchiveState, archiveStateLabels } from '@sepiola/contract/enums.ts'
import { labelledNumber } from '#features/videos/public.ts'
import type { ImportRow } from './imports.sql.ts'

/** `UserImport` (spec 02 §4.2). `translate`: texts of the server into the reader's language. */
export function importView(
  { id, state, createdAt, progress, resultSummary, error }: ImportRow & { progress: number },
  translate: (text: string) => string,
) {
  return {
    id,
    state: labelledNumber(archiveStateLabels, state),
    createdAt: createdAt.toISOString(),
    progress: state === ArchiveState.COMPLETED ? 100 : progress,
    resultSummary,
    error: error === null ? null : translate(error),
  }
}
