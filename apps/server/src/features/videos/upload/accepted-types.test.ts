import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storedExtension } from './accepted-types.ts'

const all = { enabled: true, allow_additional_extensions: true, allow_audio_files: true }

test('the type names the extension, an unknown one the file', () => {
  assert.equal(storedExtension(all, 'video/mp4', 'film.MOV'), '.mp4')
  assert.equal(storedExtension(all, 'Video/MP4; codecs="avc1"', 'film'), '.mp4')
  assert.equal(storedExtension(all, 'application/octet-stream', 'film.MKV'), '.mkv')
  assert.equal(storedExtension(all, 'application/octet-stream', 'film./../x'), '')
  assert.equal(storedExtension(all, 'audio/mpeg', 'song.mp3'), '.mp3')
})

test('settings close types', () => {
  assert.equal(storedExtension({ ...all, allow_audio_files: false }, 'audio/mpeg', 'song.mp3'), undefined)
  assert.equal(storedExtension({ ...all, allow_additional_extensions: false }, 'video/quicktime', 'a.mov'), undefined)
  assert.equal(storedExtension({ ...all, enabled: false }, 'video/quicktime', 'a.mov'), undefined)
  assert.equal(storedExtension({ ...all, enabled: false }, 'video/webm', 'a.webm'), '.webm')
  assert.equal(storedExtension(all, 'constructor', 'a.mp4'), undefined)
})
