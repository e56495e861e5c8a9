import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Rendition } from '../renditions.sql.ts'
import { mergeRenditions } from './get-transcoding-progress.ts'

const rendition = (name: string, resolution: number, more: Partial<Rendition>): Rendition => ({
  ...{ name, resolution, fps: 30, part: 0, partEnded: false, requestedAt: new Date(0), fileKey: '', fileId: null },
  ...{ state: 'waiting', progress: 0, error: null },
  ...more,
})

test('the files of one quality are one entry', () => {
  const merged = mergeRenditions([
    rendition('hls-720', 720, { state: 'done', progress: 100 }),
    rendition('web-video-720', 720, { state: 'running', progress: 51 }),
    rendition('hls-0', 0, { state: 'failed', error: 'The disk is full' }),
    rendition('hls-480', 480, {}),
  ])
  assert.deepEqual(merged, [
    { resolution: { id: 720, label: '720p' }, fps: 30, state: 'running', progress: 75 },
    { resolution: { id: 0, label: 'Audio only' }, fps: 30, state: 'failed', progress: 0, error: 'The disk is full' },
    { resolution: { id: 480, label: '480p' }, fps: 30, state: 'waiting', progress: 0 },
  ])
})

test('unusual sizes are named after their larger side', () => {
  const [merged] = mergeRenditions([rendition('hls-800', 800, {})], () => ({ width: 1920, height: 800 }))
  assert.deepEqual(merged!.resolution, { id: 800, label: '1080p' })
})
