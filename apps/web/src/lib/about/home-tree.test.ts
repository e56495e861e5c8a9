import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readHome, type HomeNode } from './home-tree.ts'

const textOf = (nodes: HomeNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : textOf(node.children))).join('')
const flat = (nodes: HomeNode[]): HomeNode[] =>
  nodes.flatMap((node) => [node, ...(node.kind === 'text' ? [] : flat(node.children))])

test('Markdown, HTML and elements of homepages become a tree', () => {
  const tree = readHome(
    '# Hello\n\nA **strong** word.\n\n<peertube-container data-title="New" data-layout="row">\n' +
      '<peertube-videos-list data-count="3" data-only-local="true"></peertube-videos-list>\n</peertube-container>\n\n' +
      '<p><img src="/pic.png" onerror="alert(1)"></p>',
  )
  const all = flat(tree)
  assert.ok(all.some((node) => node.kind === 'html' && node.tag === 'h1' && textOf(node.children) === 'Hello'))
  assert.ok(all.some((node) => node.kind === 'html' && node.tag === 'strong'))
  const container = all.find((node) => node.kind === 'element' && node.name === 'container')
  assert.deepEqual(container?.kind === 'element' && container.data, { title: 'New', layout: 'row' })
  const list = all.find((node) => node.kind === 'element' && node.name === 'videos-list')
  assert.deepEqual(list?.kind === 'element' && list.data, { count: '3', 'only-local': 'true' })
  const image = all.find((node) => node.kind === 'html' && node.tag === 'img')
  assert.deepEqual(image?.kind === 'html' && image.attributes, { alt: '', loading: 'lazy', src: '/pic.png' })
})

test('nothing that runs or leaves its place comes out', () => {
  const hostile =
    '<script>alert(1)</script><style>*{}</style><iframe src="https://x"></iframe><b onclick="x()" style="x">bold</b>' +
    '<a href="javascript:alert(1)">one</a><a href="//evil.example">two</a><form action="/x"><input>text</form><!-- no -->'
  const all = flat(readHome(hostile))
  const said = JSON.stringify(all)
  for (const word of ['alert', 'onclick', 'style', 'iframe', 'javascript', 'evil', 'form', 'input', 'no -->']) {
    assert.ok(!said.includes(word), word)
  }
  assert.equal(textOf(readHome(hostile)).trim(), 'boldonetwotext')
})
