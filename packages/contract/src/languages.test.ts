import assert from 'node:assert/strict'
import { it } from 'node:test'
import { subtitleLanguages, videoLanguages } from './languages.ts'

it('lists 207 languages, 190 of them for subtitles', () => {
  assert.equal(Object.keys(videoLanguages()).length, 207)
  assert.equal(Object.keys(subtitleLanguages()).length, 190)
})

it('prefers two-letter codes and its own names', () => {
  const languages = videoLanguages()
  assert.equal(languages.la, 'Latin')
  assert.equal(languages.lat, undefined)
  assert.equal(languages.el, 'Greek')
  assert.equal(languages['zh-Hans'], 'Simplified Chinese')
  assert.equal(languages.kab, 'Kabyle')
})

it('leaves signs and silence out of subtitles', () => {
  assert.ok(videoLanguages().fsl)
  assert.equal(subtitleLanguages().fsl, undefined)
  assert.equal(subtitleLanguages().zxx, undefined)
  assert.ok(subtitleLanguages().fr)
})
