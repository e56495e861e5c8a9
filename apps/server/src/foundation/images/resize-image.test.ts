import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { drawDefaultPicture } from './default-picture.ts'
import { readImageSize, resizeImage, UndecodableImageError } from './resize-image.ts'

const folder = mkdtempSync(join(tmpdir(), 'sepiola-images-'))
after(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

/** Left half red, right half blue. */
async function halves(name: string, width: number, height: number, orientation?: number): Promise<string> {
  const right = { create: { width: Math.floor(width / 2), height, channels: 3 as const, background: 'blue' } }
  const image = sharp({ create: { width, height, channels: 3, background: 'red' } }).composite([
    { input: right, gravity: 'east' },
  ])
  await (orientation ? image.withMetadata({ orientation }) : image).toFile(at(name))
  return at(name)
}

async function pixel(path: string, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(path)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data]
}

function assertColor(actual: number[], expected: number[]): void {
  assert.ok(
    actual.every((value, index) => Math.abs(value - expected[index]!) < 12),
    `${actual.join(' ')} instead of ${expected.join(' ')}`,
  )
}

test('a landscape is cut to cover another landscape', async () => {
  const source = await halves('wide.png', 1000, 300)
  await resizeImage({ source, destination: at('cover.jpg'), size: { width: 280, height: 157 } })
  assert.deepEqual(await readImageSize(at('cover.jpg')), { width: 280, height: 157 })
  assertColor(await pixel(at('cover.jpg'), 5, 5), [255, 0, 0])
  assertColor(await pixel(at('cover.jpg'), 275, 150), [0, 0, 255])
})

test('a picture larger than any that is accepted is not made either', async () => {
  const source = await halves('small.png', 40, 30)
  const size = { width: 40_000, height: 30_000 }
  await assert.rejects(resizeImage({ source, destination: at('vast.jpg'), size }), {
    name: 'UndecodableImageError',
    message: 'The picture has too many pixels',
  })
})

test('without a size a picture keeps its own', async () => {
  const source = await halves('kept.png', 60, 30, 6)
  await resizeImage({ source, destination: at('kept.jpg') })
  assert.deepEqual(await readImageSize(at('kept.jpg')), { width: 30, height: 60 })
})

test('a landscape in a square is whole, before its own darkened copy', async () => {
  const source = await halves('landscape.png', 400, 200)
  await resizeImage({ source, destination: at('square.png'), size: { width: 200, height: 200 } })
  assertColor(await pixel(at('square.png'), 5, 100), [255, 0, 0])
  assertColor(await pixel(at('square.png'), 195, 100), [0, 0, 255])
  assertColor(await pixel(at('square.png'), 5, 5), [128, 0, 0])
})

test('an upright picture in a square is cut, both being no landscape', async () => {
  const source = await halves('upright.png', 100, 300)
  await resizeImage({ source, destination: at('upright.jpg'), size: { width: 90, height: 90 } })
  assertColor(await pixel(at('upright.jpg'), 2, 2), [255, 0, 0])
})

test('EXIF rotation is applied and removed', async () => {
  const source = await halves('turned.jpg', 300, 200, 6)
  assert.deepEqual(await readImageSize(source), { width: 200, height: 300 })
  await resizeImage({ source, destination: at('straight.jpg'), size: { width: 200, height: 300 } })
  const metadata = await sharp(at('straight.jpg')).metadata()
  assert.equal(metadata.exif, undefined)
  assertColor(await pixel(at('straight.jpg'), 100, 10), [255, 0, 0])
  assertColor(await pixel(at('straight.jpg'), 100, 290), [0, 0, 255])
})

test('a small picture of the right size is copied byte by byte, a heavy one is not', async () => {
  const source = await halves('fits.jpg', 120, 120)
  await resizeImage({ source, destination: at('copy.jpg'), size: { width: 120, height: 120 } })
  assert.deepEqual(readFileSync(at('copy.jpg')), readFileSync(source))

  const noise = sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: 'gray',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
  await noise.jpeg({ quality: 100 }).toFile(at('heavy.jpg'))
  await resizeImage({ source: at('heavy.jpg'), destination: at('lighter.jpg'), size: { width: 300, height: 300 } })
  assert.ok(statSync(at('lighter.jpg')).size < statSync(at('heavy.jpg')).size)
})

test('a height alone keeps the shape', async () => {
  const source = await halves('header.png', 400, 100)
  await resizeImage({ source, destination: at('header.webp'), size: { height: 48 } })
  assert.deepEqual(await readImageSize(at('header.webp')), { width: 192, height: 48 })
})

test('an animation stays one', async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 60, height: 60, channels: 3, background } })
      .png()
      .toBuffer()
  await sharp([await frame('red'), await frame('blue')], { join: { animated: true } })
    .gif()
    .toFile(at('moving.gif'))
  await resizeImage({ source: at('moving.gif'), destination: at('smaller.gif'), size: { width: 30, height: 30 } })
  assert.equal((await sharp(at('smaller.gif')).metadata()).pages, 2)
  await resizeImage({ source: at('moving.gif'), destination: at('still.jpg'), size: { width: 30, height: 30 } })
  assert.deepEqual(await readImageSize(at('still.jpg')), { width: 30, height: 30 })
})

test('what is no picture, is cut off or too large is refused', async () => {
  const size = { width: 10, height: 10 }
  writeFileSync(at('text.png'), 'not a picture')
  await assert.rejects(
    resizeImage({ source: at('text.png'), destination: at('never.png'), size }),
    UndecodableImageError,
  )
  writeFileSync(at('drawing.png'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  await assert.rejects(readImageSize(at('drawing.png')), /format svg/)

  const cut = await halves('cut.png', 400, 400)
  truncateSync(cut, Math.floor(statSync(cut).size / 2))
  await assert.rejects(resizeImage({ source: cut, destination: at('never.png'), size }), /damaged/)

  writeFileSync(at('bomb.png'), hugePng(60_000, 60_000))
  await assert.rejects(resizeImage({ source: at('bomb.png'), destination: at('never.png'), size }), /too many pixels/)
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('never')),
    [],
  )
})

test('default pictures are drawn in full size', async () => {
  for (const kind of ['audio', 'live'] as const) {
    await drawDefaultPicture(kind, at(`${kind}.jpg`))
    assert.deepEqual(await readImageSize(at(`${kind}.jpg`)), { width: 1920, height: 1080 })
    const { channels } = await sharp(at(`${kind}.jpg`)).stats()
    assert.ok(channels[0]!.max > 200, 'something is drawn on the dark ground')
  }
})

/** Header of a PNG that announces a picture of that size. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const result = Buffer.alloc(body.length + 8)
  result.writeUInt32BE(data.length, 0)
  body.copy(result, 4)
  result.writeUInt32BE(crc32(body), body.length + 4)
  return result
}
