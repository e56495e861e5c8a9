import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameLanguages } from './name-languages.ts'

test('languages have the names that the reader gives them, the server’s where there is none', () => {
  assert.deepEqual(nameLanguages('fr', { de: 'German', 'zh-Hans': 'Simplified Chinese', avk: 'Kotava', '!': 'Odd' }), {
    de: 'Allemand',
    'zh-Hans': 'Chinois simplifié',
    avk: 'Kotava',
    '!': 'Odd',
  })
})
