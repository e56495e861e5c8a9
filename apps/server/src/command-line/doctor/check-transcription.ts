import { findEngine } from '#features/captions/public.ts'
import type { Settings } from '#foundation/config/settings.ts'
import { broken, good, type Finding } from './finding.ts'

const subject = 'transcription'

/** Nothing where the server makes no captions. */
export async function checkTranscription(settings: Settings, environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  if (!settings.video_transcription.enabled) return []
  try {
    const { engine, path } = await findEngine(settings, environment)
    return [good(subject, `${engine.program} (${path})`)]
  } catch (error) {
    return [broken(subject, (error as Error).message, 'Until then videos get no captions by themselves.')]
  }
}
