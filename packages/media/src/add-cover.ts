import { Transform } from 'node:stream'

/** A box begins with its length in bytes and its type of four letters. */
const HEADER = 8
/** Bytes within which a file that is sound only has its index. */
const LARGEST_INDEX = 1024 * 1024

interface Box {
  start: number
  end: number
  type: string
}

function boxes(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = []
  for (let start = from; start + HEADER <= to;) {
    const size = bytes.readUInt32BE(start)
    const end = start + size
    if (size < HEADER || end > to) break
    found.push({ start, end, type: bytes.toString('latin1', start + 4, start + 8) })
    start = end
  }
  return found
}

function toBox(type: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content)
  const header = Buffer.alloc(HEADER)
  header.writeUInt32BE(HEADER + inside.length)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, inside])
}

/** Numbers of the formats in a `data` box. */
const formats: readonly [signature: string, format: number][] = [
  ['ffd8ff', 13],
  ['89504e47', 14],
]

/** The picture as user data of an index, as music players read it; undefined when it is neither JPEG nor PNG. */
export function toCoverBox(picture: Buffer): Buffer | undefined {
  const format = formats.find(([signature]) => picture.toString('hex', 0, 4).startsWith(signature))?.[1]
  if (format === undefined) return undefined
  const formatAndLocale = Buffer.alloc(8)
  formatAndLocale.writeUInt32BE(format)
  const handler = toBox('hdlr', Buffer.alloc(8), Buffer.from('mdirappl'), Buffer.alloc(9))
  const list = toBox('ilst', toBox('covr', toBox('data', formatAndLocale, picture)))
  return toBox('udta', toBox('meta', Buffer.alloc(4), handler, list))
}

/**
 * Puts a cover into the index of a fragmented MP4 that streams by; its beginning is held back until the index is whole.
 * Nothing in the file may say where something is counted from its beginning (no `mfra`). ffmpeg's own way leaves an
 * empty picture track, and an index without length when the picture does not fit the buffer of its pipe: no player
 * reads that.
 */
export function addingCover(cover: Buffer): Transform {
  let held: Buffer[] | undefined = []
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!held) return done(null, chunk)
      held.push(chunk)
      const begin = Buffer.concat(held)
      const index = boxes(begin, 0, begin.length).find(({ type }) => type === 'moov')
      if (!index && begin.length < LARGEST_INDEX) return done()
      held = undefined
      done(null, index ? withCover(begin, index, cover) : begin)
    },
    flush(done) {
      done(null, held && Buffer.concat(held))
    },
  })
}

function withCover(begin: Buffer, index: Box, cover: Buffer): Buffer {
  // An index has one box of user data at most.
  for (const { type, start } of boxes(begin, index.start + HEADER, index.end)) {
    if (type === 'udta') begin.write('free', start + 4, 'latin1')
  }
  begin.writeUInt32BE(index.end - index.start + cover.length, index.start)
  return Buffer.concat([begin.subarray(0, index.end), cover, begin.subarray(index.end)])
}
