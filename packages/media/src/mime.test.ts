import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acceptedExtensions, isAcceptedMime, mimeOfExtension, storedExtension } from './mime.ts'

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

test('the stored file is named by its type, else by the name that was sent', () => {
  assert.equal(storedExtension('video/mp4', 'film.MOV', all), '.mp4')
  assert.equal(storedExtension('Video/MP4; codecs="avc1"', 'film', all), '.mp4')
  assert.equal(storedExtension('video/quicktime', 'clip.MP4', all), '.mov')
  assert.equal(storedExtension('application/octet-stream', 'film.MKV', all), '.mkv')
  assert.equal(storedExtension('application/octet-stream', 'film./../x', all), '')
  assert.equal(storedExtension('audio/mpeg', 'song.mp3', all), '.mp3')
})

test('what is not accepted has no name', () => {
  assert.equal(storedExtension('audio/mpeg', 'song.mp3', { ...all, allow_audio_files: false }), undefined)
  assert.equal(storedExtension('video/quicktime', 'a.mov', { ...all, allow_additional_extensions: false }), undefined)
  assert.equal(storedExtension('video/quicktime', 'a.mov', none), undefined)
  assert.equal(storedExtension('video/webm', 'a.webm', none), '.webm')
  assert.equal(storedExtension('constructor', 'a.mp4', all), undefined)
})

test('types by which files are served', () => {
  assert.equal(mimeOfExtension('.mp4'), 'video/mp4')
  assert.equal(mimeOfExtension('.mp4', { hasVideo: false }), 'audio/mp4')
  assert.equal(mimeOfExtension('.MKV'), 'video/matroska')
  assert.equal(mimeOfExtension('.mp3'), 'audio/mp3')
  assert.equal(mimeOfExtension('.exe'), undefined)
})
