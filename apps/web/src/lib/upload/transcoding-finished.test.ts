import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TranscodingProgress } from '../api/types.ts'
import { isTranscodingFinished } from './transcoding-finished.ts'

type State = TranscodingProgress['renditions'][number]['state']

const progress = (state: number, ...renditions: State[]): TranscodingProgress => ({
  state: { id: state, label: '' },
  playable: true,
  renditions: renditions.map((each, index) => ({
    resolution: { id: 240 * (index + 1), label: '' },
    fps: 30,
    state: each,
    progress: 0,
  })),
})

test('a published video whose lower renditions are still to come is not finished', () => {
  assert.equal(isTranscodingFinished(progress(1, 'done', 'waiting')), false)
  assert.equal(isTranscodingFinished(progress(1, 'done', 'running')), false)
  assert.equal(isTranscodingFinished(progress(1, 'done', 'done')), true)
})

test('before the first plan nothing is finished; without transcoding everything is', () => {
  assert.equal(isTranscodingFinished(progress(2)), false)
  assert.equal(isTranscodingFinished(progress(1)), true)
})

test('a failed rendition is not waited for', () => {
  assert.equal(isTranscodingFinished(progress(7, 'done', 'failed')), true)
})
