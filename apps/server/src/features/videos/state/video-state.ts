import { VideoState } from '@sepiola/contract/enums.ts'

export interface StateSettings {
  transcoding: boolean
  objectStorage: boolean
}

const afterTranscoding: readonly number[] = [
  VideoState.TO_EDIT,
  VideoState.TO_TRANSCODE,
  VideoState.TO_MOVE_TO_EXTERNAL_STORAGE,
  VideoState.TO_MOVE_TO_FILE_SYSTEM,
]
const moving: readonly number[] = [VideoState.TO_MOVE_TO_EXTERNAL_STORAGE, VideoState.TO_MOVE_TO_FILE_SYSTEM]

/** The state after `current`; a video that was just uploaded has none (spec 05 §11). */
export function nextVideoState(current: number | undefined, settings: StateSettings): VideoState {
  if (settings.transcoding && (current === undefined || !afterTranscoding.includes(current))) {
    return VideoState.TO_TRANSCODE
  }
  if (settings.objectStorage && (current === undefined || !moving.includes(current))) {
    return VideoState.TO_MOVE_TO_EXTERNAL_STORAGE
  }
  return VideoState.PUBLISHED
}

/** What moving on does with a video: nothing, only tell others that it changed, or enter a state. */
export type Advance = { kind: 'stay' } | { kind: 'announce' } | { kind: 'enter'; state: VideoState }

/** Spec 05 §11 "Move to next state". */
export function planAdvance(current: number, settings: StateSettings): Advance {
  if (current === VideoState.PUBLISHED) return { kind: 'announce' }
  if (current === VideoState.TRANSCODING_FAILED && settings.transcoding) return { kind: 'stay' }
  return { kind: 'enter', state: nextVideoState(current, settings) }
}
