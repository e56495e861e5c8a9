import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as fc from 'fast-check'
import Parser from 'rss-parser'
import sax from 'sax'
import { buildXml, storable } from '#foundation/xml/build-xml.ts'
import { readCustomNamespaces, readCustomTags } from './custom-tags.ts'
import { chooseFormat, chooseType, typesOf } from './feed-format.ts'
import { renderFeed } from './render-feed.ts'
import { commentHtml, descriptionHtml, plainText } from './safe-html.ts'
import type { Feed } from './feed.ts'

const origin = 'https://v.example'

const feedOf = (text: string): Feed => ({
  title: text,
  description: text,
  homeUrl: origin,
  feedUrl: `${origin}/feeds/videos.xml?search=${encodeURIComponent('a&b')}&x="<`,
  imageUrl: undefined,
  items: [
    {
      id: `${origin}/1`,
      title: text,
      url: `${origin}/w/1`,
      summary: text,
      html: descriptionHtml(text, origin),
      published: new Date('2024-01-02T03:04:05Z'),
      updated: new Date('2024-01-03T03:04:05Z'),
      author: { name: text, url: `${origin}/c/x` },
    },
  ],
})

/** Throws for a document that a strict parser refuses. */
function parseStrictly(xml: string): void {
  assert.equal(XMLValidator.validate(xml), true)
  const parser = sax.parser(true, { xmlns: true })
  parser.onerror = (error) => {
    throw error
  }
  parser.write(xml).close()
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '<!--',
        '-->',
        '&',
        '&amp;',
        '&#0;',
        '<a b="',
        "'",
        '\0',
        '\u{8}',
        '\uD800',
        '\uFFFE',
        '<?x',
        '\n',
        '\r',
        '\r\n',
      ),
    )
    .map((parts) => parts.join('')),
)

test('whatever texts hold, feeds are well-formed and say the same text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const format of ['rss', 'atom'] as const) {
        const xml = renderFeed(origin, feedOf(text), format)
        parseStrictly(xml)
        const values = { trimValues: false, parseTagValue: false }
        const parsed = new XMLParser(values).parse(xml)
        const title = format === 'rss' ? parsed.rss.channel.item.title : parsed.feed.entry.title
        assert.equal(title, storable(text))
      }
      assert.equal(JSON.parse(renderFeed(origin, feedOf(text), 'json')).items[0].title, text)
    }),
    { numRuns: 300 },
  )
})

test('a reader of RSS and Atom finds what the feed says', async () => {
  for (const format of ['rss', 'atom'] as const) {
    const feed = await new Parser().parseString(renderFeed(origin, feedOf('Fish & <Chips>'), format))
    const [item] = feed.items
    assert.deepEqual(
      [feed.title, feed.link, item!.title, item!.link],
      ['Fish & <Chips>', origin, 'Fish & <Chips>', `${origin}/w/1`],
    )
    assert.equal(item!.isoDate, '2024-01-02T03:04:05.000Z')
  }
})

test('formats and content types', () => {
  assert.equal(chooseFormat('xml', undefined), 'rss')
  assert.equal(chooseFormat('xml', 'atom'), 'atom')
  assert.equal(chooseFormat('rss2', 'atom'), 'rss')
  assert.equal(chooseFormat('json1', undefined), 'json')
  assert.equal(chooseType(undefined, typesOf('rss', 'rss')), 'application/rss+xml')
  assert.equal(chooseType('*/*', typesOf('rss', 'xml')), 'application/xml')
  assert.equal(chooseType('text/html,application/xml;q=0.9,*/*;q=0.8', typesOf('atom', 'atom')), 'application/xml')
  assert.throws(() => chooseType('image/png', typesOf('json', 'json')), { status: 406 })
})

test('markdown becomes HTML and plain text without markup of its author', () => {
  const text = '**Bold** <script>alert(1)</script> [x](javascript:alert(1)) https://a.example\n\n* one\n* two'
  assert.doesNotMatch(descriptionHtml(text, origin), /<script|href="javascript/)
  assert.match(descriptionHtml(text, origin), /<strong>Bold<\/strong>.*<a href="https:\/\/a\.example">/)
  assert.equal(plainText('**Bold** and [a link](https://a.example)\n\n* one\n* two'), 'Bold and a link\none\ntwo')
})

test('comments of other servers keep harmless HTML only', () => {
  const html = commentHtml(
    '<p onclick="x()">Hi <a href="javascript:x()">a</a> <a href="https://b.example">b</a><img src=x onerror=x()><script>x()</script></p>',
    origin,
  )
  assert.doesNotMatch(html, /onclick|javascript|img|script/)
  assert.match(
    commentHtml('Try `npm start`\n> quoted\n\n# no title', origin),
    /<code>npm start<\/code>[\s\S]*<blockquote>[\s\S]*<p># no title/,
  )
  assert.match(html, /<a href="https:\/\/b\.example" rel="nofollow noopener noreferrer ugc" target="_blank">b<\/a>/)
})

test('links lead to this server from wherever they are read', () => {
  const text = '[rules](/about/instance#rules), [elsewhere](//b.example/x) and href="/typed"'
  const links = (html: string) => Array.from(html.matchAll(/<a href="([^"]*)"/g), ([, href]) => href)
  const wanted = [`${origin}/about/instance#rules`, '//b.example/x']
  assert.deepEqual(links(descriptionHtml(text, origin)), wanted)
  assert.deepEqual(links(commentHtml(text, origin)), wanted)
  assert.match(commentHtml(text, origin), / href="\/typed"<\/p>$/)
})

test('tags of plugins that would break the document are left out', () => {
  const tags = readCustomTags([
    { name: 'biz:price', attributes: { cents: 5, 'bad name': 1, odd: {} }, value: '1 < 2' },
    { name: '<evil', value: 'x' },
    { name: 'group', value: [{ name: 'inner', value: 3 }, 'text', null] },
    'text',
  ])
  const namespaces = readCustomNamespaces([
    { name: 'biz', value: 'https://biz.example' },
    { name: 'xml', value: 'x' },
    { name: 'a b', value: 'x' },
    { value: 'x' },
  ])
  assert.deepEqual(namespaces, { 'xmlns:biz': 'https://biz.example' })
  const xml = buildXml({ name: 'r', attributes: namespaces, value: tags })
  parseStrictly(xml)
  assert.match(xml, /<biz:price cents="5">1 &lt; 2<\/biz:price><group><inner>3<\/inner><\/group><\/r>$/)
  assert.deepEqual(readCustomTags('no list'), [])
})
