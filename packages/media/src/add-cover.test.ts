import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { addingCover, toCoverBox } from './add-cover.ts'

const box = (type: string, content = '') => {
  const bytes = Buffer.from(`....${type}${content}`)
  bytes.writeUInt32BE(bytes.length)
  return bytes
}
const jpeg = Buffer.from('ffd8ffe0001020', 'hex')
const cover = toCoverBox(jpeg)!

/** As it comes out when it goes in by so many bytes at a time. */
async function covered(file: Buffer, step: number): Promise<Buffer> {
  const chunks = Array.from({ length: Math.ceil(file.length / step) }, (_, index) =>
    file.subarray(index * step, (index + 1) * step),
  )
  return buffer(Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(addingCover(cover)))
}

test('the cover comes to the end of the index, whatever the chunks', async () => {
  const before = Buffer.concat([box('ftyp', 'iso5'), box('moov', box('trak', 'x').toString('latin1'))])
  const after = Buffer.concat([box('moof', 'y'), box('mdat', 'sound')])
  const start = box('ftyp', 'iso5').length
  const longer = Buffer.from(before)
  longer.writeUInt32BE(before.length - start + cover.length, start)
  for (const step of [1, 7, 1000]) {
    assert.deepEqual(await covered(Buffer.concat([before, after]), step), Buffer.concat([longer, cover, after]))
  }
})

test('what the index had as user data is free space', async () => {
  const result = await covered(box('moov', box('udta', 'old').toString('latin1')), 1000)
  assert.deepEqual(result.subarray(8, 19), box('free', 'old'))
})

test('what has no index passes as it is', async () => {
  for (const file of [box('ftyp', 'x'), Buffer.from('moov'), Buffer.alloc(2_000_000)]) {
    assert.deepEqual(await covered(file, 100_000), file)
  }
})

test('a picture of another kind is no cover', () => {
  assert.equal(toCoverBox(Buffer.from('RIFF....WEBP')), undefined)
  assert.equal(toCoverBox(Buffer.alloc(0)), undefined)
})
