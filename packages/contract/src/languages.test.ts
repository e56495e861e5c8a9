import assert from 'node:assert/strict'
import { it } from 'node:test'
import { iso6393 } from 'iso-639-3'
import { subtitleLanguages, videoLanguages } from './languages.ts'

/** Listed besides the living languages that have a two-letter code. */
const alsoListed = new Set([
  ...['sgn', 'ase', 'asq', 'sdl', 'bfi', 'bzs', 'csl', 'cse', 'dsl', 'fsl', 'gsg', 'pks', 'jsl', 'sfs', 'swl', 'rsl'],
  ...['fse', 'zxx', 'kab', 'gcf', 'lat', 'epo', 'tlh', 'jbo', 'avk', 'gsw'],
])

const ownNames = {
  oc: 'Occitan',
  el: 'Greek',
  tok: 'Toki Pona',
  pt: 'Portuguese (Brazilian)',
  'pt-PT': 'Portuguese (Portugal)',
  es: 'Spanish (Spain)',
  'es-419': 'Spanish (Latin America)',
  'zh-Hans': 'Simplified Chinese',
  'zh-Hant': 'Traditional Chinese',
  'ca-valencia': 'Valencian',
  rcf: 'Réunion Creole French',
  gcr: 'Guianese Creole French',
}

it('lists what ISO 639 has, under its names or our own', () => {
  const chosen = iso6393.filter(
    (language) => (language.type === 'living' && language.iso6391) || alsoListed.has(language.iso6393),
  )
  const names = Object.fromEntries(chosen.map((language) => [language.iso6391 ?? language.iso6393, language.name]))
  assert.deepEqual(videoLanguages, { ...names, ...ownNames })
})

it('lists 207 languages, 190 of them for subtitles', () => {
  assert.equal(Object.keys(videoLanguages).length, 207)
  assert.equal(Object.keys(subtitleLanguages).length, 190)
})

it('prefers two-letter codes', () => {
  assert.equal(videoLanguages.la, 'Latin')
  assert.equal(videoLanguages.lat, undefined)
})

it('leaves signs and silence out of subtitles', () => {
  assert.ok(videoLanguages.fsl)
  assert.equal(subtitleLanguages.fsl, undefined)
  assert.equal(subtitleLanguages.zxx, undefined)
  assert.ok(subtitleLanguages.fr)
})
