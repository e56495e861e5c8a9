import { ArchiveState, archiveStateLabels } from '@sepiola/contract/enums.ts'
import { labelledNumber } from '#features/videos/public.ts'
import type { ExportRow } from './exports.sql.ts'

/** `UserExport` (spec 02 §4.1). `lifetime`: ms that archives are kept; `translate`: into the reader's language. */
export function exportView(
  row: ExportRow & { progress: number },
  {
    lifetime,
    privateDownloadUrl,
    translate,
  }: { lifetime: number; privateDownloadUrl: string | null; translate: (text: string) => string },
) {
  return {
    id: row.id,
    state: labelledNumber(archiveStateLabels, row.state),
    size: row.size,
    privateDownloadUrl,
    createdAt: row.createdAt.toISOString(),
    expiresOn: new Date(row.createdAt.getTime() + lifetime).toISOString(),
    withVideoFiles: row.withVideoFiles,
    progress: row.state === ArchiveState.COMPLETED ? 100 : row.progress,
    error: row.error === null ? null : translate(row.error),
  }
}
