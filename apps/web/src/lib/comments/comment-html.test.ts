import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderComment } from './comment-html.ts'

const page = '/w/abc'

test('Markdown of people of this server', () => {
  assert.equal(renderComment('**Good** *one*', page), '<p><strong>Good</strong> <em>one</em></p>\n')
  assert.equal(renderComment('a\nb', page), '<p>a<br>\nb</p>\n')
  assert.equal(renderComment('I <3 it & you', page), '<p>I &lt;3 it &amp; you</p>\n')
})

test('HTML of other servers keeps its paragraphs and links', () => {
  assert.equal(
    renderComment(
      '<p>Hello <span class="h-card"><a href="https://b.test/@ann" class="u-url">@ann</a></span></p>',
      page,
    ),
    '<p>Hello <a href="https://b.test/@ann" target="_blank" rel="nofollow noopener noreferrer ugc">@ann</a></p>',
  )
})

test('nothing hostile passes', () => {
  for (const text of [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<style>body{}</style>',
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  ]) {
    assert.doesNotMatch(renderComment(text, page), /<(?!\/?p>)|alert|body/, text)
  }
  for (const text of [
    '[a](javascript:alert(1))',
    '<a href="javascript:alert(1)" onclick="alert(2)">a</a>',
    '<a href="data:text/html,x">a</a>',
  ]) {
    assert.doesNotMatch(renderComment(text, page), /href|onclick/, text)
  }
  assert.equal(
    renderComment('<a href="https://a.test/&quot;onclick=x">a</a>', page).match(/href="([^"]*)"/)?.[1],
    'https://a.test/&quot;onclick=x',
  )
  assert.match(renderComment('<b><i>never closed', page), /<\/i><\/b>/)
})

test('mentions and times are links', () => {
  assert.match(
    renderComment('@ann see 1:30', page),
    /<a href="\/a\/ann">@ann<\/a> see <a href="\/w\/abc\?start=90" data-seek="90">1:30<\/a>/,
  )
  assert.match(renderComment('hi @ann@b.test, hi', page), /<a href="\/a\/ann@b.test">@ann@b.test<\/a>, hi/)
  assert.doesNotMatch(renderComment('`@ann`', page), /href/)
  assert.doesNotMatch(renderComment('`1:30`', page), /href/)
})
