import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VideoState } from '@sepiola/contract/enums.ts'
import { nextVideoState, planAdvance } from './video-state.ts'

const plain = { transcoding: false, objectStorage: false }
const transcoding = { transcoding: true, objectStorage: false }
const both = { transcoding: true, objectStorage: true }

test('a new video is transcoded, moved or published, by what is enabled', () => {
  assert.equal(nextVideoState(undefined, transcoding), VideoState.TO_TRANSCODE)
  assert.equal(
    nextVideoState(undefined, { transcoding: false, objectStorage: true }),
    VideoState.TO_MOVE_TO_EXTERNAL_STORAGE,
  )
  assert.equal(nextVideoState(undefined, plain), VideoState.PUBLISHED)
})

test('after transcoding comes the move, after the move publication', () => {
  assert.equal(nextVideoState(VideoState.TO_TRANSCODE, both), VideoState.TO_MOVE_TO_EXTERNAL_STORAGE)
  assert.equal(nextVideoState(VideoState.TO_MOVE_TO_EXTERNAL_STORAGE, both), VideoState.PUBLISHED)
  assert.equal(nextVideoState(VideoState.TO_MOVE_TO_FILE_SYSTEM, both), VideoState.PUBLISHED)
  assert.equal(nextVideoState(VideoState.TO_EDIT, transcoding), VideoState.PUBLISHED)
  assert.equal(nextVideoState(VideoState.TO_IMPORT, transcoding), VideoState.TO_TRANSCODE)
})

test('moving on: a published video is announced, a failed one stays, others enter their next state', () => {
  assert.deepEqual(planAdvance(VideoState.PUBLISHED, both), { kind: 'announce' })
  assert.deepEqual(planAdvance(VideoState.TRANSCODING_FAILED, transcoding), { kind: 'stay' })
  assert.deepEqual(planAdvance(VideoState.TRANSCODING_FAILED, plain), { kind: 'enter', state: VideoState.PUBLISHED })
  assert.deepEqual(planAdvance(VideoState.TO_TRANSCODE, transcoding), { kind: 'enter', state: VideoState.PUBLISHED })
})
