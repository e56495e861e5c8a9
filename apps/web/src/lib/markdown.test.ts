import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderMarkdown } from './markdown.ts'

test('no HTML and no script addresses pass', () => {
  const html = renderMarkdown('<img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://x.example/b.png)')
  assert.doesNotMatch(html, /<img|href="javascript/)
})

test('links are marked as written by users', () => {
  assert.match(
    renderMarkdown('see https://x.example/a'),
    /<a href="https:\/\/x.example\/a" rel="[^"]*ugc[^"]*" target="_blank">/,
  )
})

test('times become jumps, but not inside links', () => {
  const html = renderMarkdown('1:05 the light\n[2:00](https://x.example)', '/w/abc')
  assert.match(html, /<a href="\/w\/abc\?start=65" data-seek="65">1:05<\/a>/)
  assert.doesNotMatch(html, /data-seek="120"/)
})

test('where there is no video, a time is the time of day', () => {
  assert.equal(renderMarkdown('Back at 12:30').trim(), '<p>Back at 12:30</p>')
})
