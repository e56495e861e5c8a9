import type { VideoTranscription } from '@sepiola/contract/schemas/video-transcription.ts'
import { withoutAdvice } from './engines.ts'
import type { TranscriptionRow } from './transcription.sql.ts'

const states = {
  blocked: 'waiting',
  delayed: 'waiting',
  waiting: 'waiting',
  active: 'running',
  completed: 'done',
  failed: 'failed',
} as const satisfies Record<TranscriptionRow['state'], VideoTranscription['state']>

/** While it waits for another try, too, it says why the first one failed; `forAdministrator`: with what to do about it. */
export function transcriptionView(
  row: TranscriptionRow | undefined,
  { forAdministrator }: { forAdministrator: boolean },
): VideoTranscription {
  if (!row) return { state: 'none', progress: 0 }
  const error = row.error !== null && !forAdministrator ? withoutAdvice(row.error) : row.error
  return {
    state: states[row.state],
    progress: row.state === 'active' || row.state === 'completed' ? row.progress : 0,
    ...(error !== null && row.state !== 'active' ? { error } : {}),
    ...(row.finishedAt ? { finishedAt: row.finishedAt.toISOString() } : {}),
  }
}
