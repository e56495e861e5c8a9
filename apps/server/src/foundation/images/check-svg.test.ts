import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkSvg } from './check-svg.ts'

const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`

describe('pictures in SVG', () => {
  const fine: [string, string][] = [
    ['shapes', svg('<circle r="3" fill="url(#g)"/>')],
    [
      'a declaration and styles',
      `<?xml version="1.0"?>${svg('<style>.a { fill: red }</style><path d="M0 0" class="a"/>')}`,
    ],
    ['references inside', svg('<defs><path id="p" d="M0 0"/></defs><use xlink:href="#p"/><use href="#p"/>')],
    ['an embedded picture', svg('<image href="data:image/png;base64,iVBOR"/>')],
    ['an animation', svg('<circle><animate attributeName="r" values="1;2" dur="1s"/></circle>')],
  ]
  for (const [name, text] of fine) test(`pass: ${name}`, () => checkSvg(text))

  const hostile: [string, string][] = [
    ['a script', svg('<script>alert(1)</script>')],
    ['a prefixed script', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>')],
    ['a handler', svg('<circle onclick="alert(1)"/>')],
    ['a handler of the root', svg('', 'onload="alert(1)"')],
    ['foreign content', svg('<foreignObject><p>Hi</p></foreignObject>')],
    ['a script as link', svg('<a href="javascript:alert(1)"><path d="M0 0"/></a>')],
    ['a hidden script as link', svg('<a xlink:href=" java&#115;cript:alert(1)"/>')],
    ['something elsewhere', svg('<image href="https://evil.example/count.png"/>')],
    ['an SVG inside', svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>')],
    ['a style from elsewhere', svg('<style>@import "https://evil.example/a.css";</style>')],
    ['a style attribute that loads', svg('<path style="fill: url(https://evil.example/a)"/>')],
    ['an animated link', svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>')],
    ['another animated link', svg('<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>')],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`],
    ['an unknown entity', svg('&a;')],
    ['a style sheet', `<?xml-stylesheet href="https://evil.example/a.css"?>${svg('')}`],
    ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['no namespace', '<svg/>'],
    ['what is not closed', '<svg xmlns="http://www.w3.org/2000/svg"><path>'],
    ['nothing', ''],
    ['a binary', '\u0089PNG\r\n'],
  ]
  for (const [name, text] of hostile) {
    test(`refuse: ${name}`, () => assert.rejects(checkSvg(text), { name: 'UndecodableImageError' }))
  }
})
