/** Spec 05 §1. */
export const VideoState = {
  PUBLISHED: 1,
  TO_TRANSCODE: 2,
  TO_IMPORT: 3,
  WAITING_FOR_LIVE: 4,
  LIVE_ENDED: 5,
  TO_MOVE_TO_EXTERNAL_STORAGE: 6,
  TRANSCODING_FAILED: 7,
  TO_MOVE_TO_EXTERNAL_STORAGE_FAILED: 8,
  TO_EDIT: 9,
  TO_MOVE_TO_FILE_SYSTEM: 10,
  TO_MOVE_TO_FILE_SYSTEM_FAILED: 11,
  TO_IMPORT_FAILED: 12,
} as const
export type VideoState = (typeof VideoState)[keyof typeof VideoState]

/** Spec 05 §1. */
export const VideoPrivacy = { PUBLIC: 1, UNLISTED: 2, PRIVATE: 3, INTERNAL: 4, PASSWORD_PROTECTED: 5 } as const
export type VideoPrivacy = (typeof VideoPrivacy)[keyof typeof VideoPrivacy]

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
