import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWebVtt } from './to-web-vtt.ts'

const convert = (text: string) => toWebVtt(Buffer.from(text))

test('SubRip: commas, short times, coordinates, arrows in words, positions', () => {
  const subRip =
    '1\r\n00:00:01,500 --> 00:00:04,000 X1:100 X2:200\r\nHello\r\n<i>there</i>\r\n\r\n' +
    '2\r\n0:00:05,5 --> 0:00:06,25\r\n{\\an8}a --> b\r\n'
  assert.equal(
    convert(subRip),
    'WEBVTT\n\n1\n00:00:01.500 --> 00:00:04.000\nHello\n<i>there</i>\n\n2\n00:00:05.500 --> 00:00:06.250\na → b\n',
  )
})

test('WebVTT stays as it is, without its byte order mark', () => {
  const vtt = 'WEBVTT - title\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000 align:start\nHi\n'
  assert.equal(convert(vtt), vtt)
  assert.equal(convert(`\uFEFF${vtt}`), vtt)
  assert.equal(convert('WEBVTT'), 'WEBVTT')
})

test('other encodings become UTF-8', () => {
  const words = '1\n00:00:01,000 --> 00:00:02,000\nDéjà vu\n'
  const expected = 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nDéjà vu\n'
  assert.equal(toWebVtt(Buffer.from(words, 'latin1')), expected)
  assert.equal(toWebVtt(Buffer.from(`\uFEFF${words}`, 'utf16le')), expected)
  assert.equal(toWebVtt(Buffer.from(`\uFEFF${words}`, 'utf16le').swap16()), expected)
})

test('what is neither is refused', () => {
  for (const text of ['', 'no subtitles', 'WEBVTTX\n\nfoo', '{"a":1}']) assert.equal(convert(text), undefined)
  assert.equal(toWebVtt(Buffer.from([0, 1, 2, 250, 251])), undefined)
})
