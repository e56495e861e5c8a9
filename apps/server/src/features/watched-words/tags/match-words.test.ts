import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasExternalLink } from './external-link.ts'
import { hasWatchedWord } from './match-words.ts'

test('words match literally, ignoring case and surrounding space', () => {
  for (const [text, word] of [
    ['Buy CHEAP watches', 'cheap'],
    ['cheap', ' Cheap '],
    ['so (cheap)!', 'cheap'],
    ['cheap1', 'cheap'],
    ['two words here', 'two words'],
    ['Straße ÉTÉ', 'été'],
    ['a.c', 'a.c'],
    ['cheaper but also cheap', 'cheap'],
    ['😀bad😀', 'bad'],
  ] as const) {
    assert.ok(hasWatchedWord(text, ['absent', word]), `${word} in ${text}`)
  }
})

test('they do not match inside of longer words, nor as patterns', () => {
  for (const [text, word] of [
    ['cheaper', 'cheap'],
    ['uncheap', 'cheap'],
    ['écheap', 'cheap'],
    ['𝒳bad', 'bad'],
    ['abc', 'a.c'],
    ['anything', ' '],
    ['anything', '.*'],
    ['', 'word'],
  ] as const) {
    assert.ok(!hasWatchedWord(text, [word]), `${word} in ${text}`)
  }
})

test('links to other hosts, with and without scheme', () => {
  for (const text of [
    'see https://elsewhere.example/a',
    'see [this](http://elsewhere.com)',
    'www.elsewhere.com is great',
    'elsewhere.com',
    'https://video.example:8443/x',
    'https://video.example/ and https://other.example/',
  ]) {
    assert.ok(hasExternalLink(text, 'video.example'), text)
  }
  for (const text of ['no link', 'https://video.example/w/x', 'HTTPS://VIDEO.EXAMPLE', 'me@elsewhere.com', '12:30']) {
    assert.ok(!hasExternalLink(text, 'video.example'), text)
  }
})
