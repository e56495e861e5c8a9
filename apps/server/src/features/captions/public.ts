// What higher slices may use of captions.
export { captionView } from './caption.view.ts'
export { findCaptions } from './captions.sql.ts'
export { saveCaption } from './edit/save-caption.ts'
export { toWebVtt } from './edit/to-web-vtt.ts'
export { findEngine } from './generate/engines.ts'
export { isTranscribable, startTranscription } from './generate/start-transcription.ts'
