import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acceptedExtensions, isAcceptedMime, mimeOfExtension, uploadExtension } from './mime.ts'

const all = { enabled: true, allow_additional_extensions: true, allow_audio_files: true }
const none = { enabled: false, allow_additional_extensions: true, allow_audio_files: true }

test('without transcoding only what browsers play is accepted', () => {
  assert.deepEqual(acceptedExtensions(none), ['.webm', '.ogv', '.mp4'])
  assert.equal(isAcceptedMime('video/x-matroska', none), false)
  assert.equal(isAcceptedMime('audio/mpeg', { ...all, allow_audio_files: false }), false)
  assert.equal(isAcceptedMime('application/octet-stream', { ...all, allow_additional_extensions: false }), false)
})

test('with transcoding the whole table is', () => {
  const extensions = acceptedExtensions(all)
  for (const extension of ['.mkv', '.mov', '.avi', '.mxf', '.vob', '.ogg', '.mp3', '.m4b', '.ac3'])
    assert.ok(extensions.includes(extension), extension)
  assert.equal(new Set(extensions).size, extensions.length)
  assert.ok(isAcceptedMime('Video/MP4; codecs="avc1"', all))
  assert.ok(isAcceptedMime('application/octet-stream', all))
})

test('the temporary file is named by its type, else by the name that was sent', () => {
  assert.equal(uploadExtension('video/quicktime', 'clip.MP4', all), '.mov')
  assert.equal(uploadExtension('application/octet-stream', 'clip.MKV', all), '.mkv')
  assert.equal(uploadExtension('application/octet-stream', 'a/../b', all), '')
})

test('types by which files are served', () => {
  assert.equal(mimeOfExtension('.mp4'), 'video/mp4')
  assert.equal(mimeOfExtension('.mp4', { hasVideo: false }), 'audio/mp4')
  assert.equal(mimeOfExtension('.MKV'), 'video/matroska')
  assert.equal(mimeOfExtension('.mp3'), 'audio/mp3')
  assert.equal(mimeOfExtension('.exe'), undefined)
})
