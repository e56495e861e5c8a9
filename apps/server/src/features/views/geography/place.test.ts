import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPlace } from './place.ts'

test('records of all the usual databases', () => {
  const france = { country: 'FR', subdivisionName: null }
  assert.deepEqual(toPlace({ country_code: 'FR' }), france)
  assert.deepEqual(toPlace({ country: { iso_code: 'fr', names: { en: 'France' } } }), france)
  assert.deepEqual(toPlace({ country_code: 'FR', state1: 'Bretagne' }), { country: 'FR', subdivisionName: 'Bretagne' })
  const city = { country: { iso_code: 'DE' }, subdivisions: [{ names: { en: 'Hesse', de: 'Hessen' } }, {}] }
  assert.deepEqual(toPlace({ ...city, subdivisions: [city.subdivisions[0]] }), {
    country: 'DE',
    subdivisionName: 'Hesse',
  })
})

test('what is of no use is left out', () => {
  const nothing = { country: null, subdivisionName: null }
  for (const found of [null, undefined, 7, 'FR', {}, { country: 'FR' }, { country_code: 'FRA' }, { country_code: 7 }]) {
    assert.deepEqual(toPlace(found), nothing)
  }
  assert.deepEqual(toPlace({ country_code: 'FR', subdivisions: 'all', state1: 'a\0b'.padEnd(900, 'c') }), {
    country: 'FR',
    subdivisionName: 'ab'.padEnd(255, 'c'),
  })
})
