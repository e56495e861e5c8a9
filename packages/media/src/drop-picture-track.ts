import { Transform } from 'node:stream'

/** A box begins with its length in bytes and its type of four letters. */
const HEADER = 8
/** Enough for the index and the cover of a file that is sound only. */
const LARGEST_INDEX = 32 * 1024 * 1024

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

const inside = (bytes: Buffer, box: Box | undefined, type: string) =>
  box ? boxes(bytes, box.start + HEADER, box.end).filter((each) => each.type === type) : []

/**
 * ffmpeg gives a fragmented MP4 with a cover an empty picture track besides, which players show as a black picture.
 * This makes such tracks of an index (`moov` and what is before it) free space, in place.
 */
export function dropPictureTracks(bytes: Buffer): void {
  const [moov] = boxes(bytes, 0, bytes.length).filter(({ type }) => type === 'moov')
  const [extends_] = inside(bytes, moov, 'mvex')
  for (const track of inside(bytes, moov, 'trak')) {
    const [media] = inside(bytes, track, 'mdia')
    const [handler] = inside(bytes, media, 'hdlr')
    const [header] = inside(bytes, track, 'tkhd')
    if (!handler || !header || bytes.toString('latin1', handler.start + 16, handler.start + 20) !== 'vide') continue
    // Version 1 has dates of 8 bytes before the number of the track, version 0 of 4.
    const id = bytes.readUInt32BE(header.start + (bytes[header.start + HEADER] === 1 ? 28 : 20))
    for (const defaults of inside(bytes, extends_, 'trex')) {
      if (bytes.readUInt32BE(defaults.start + 12) === id) bytes.write('free', defaults.start + 4, 'latin1')
    }
    bytes.write('free', track.start + 4, 'latin1')
  }
}

/** The same for a stream: its beginning is held back until the index is whole. */
export function droppingPictureTracks(): Transform {
  let held: Buffer[] | undefined = []
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!held) return done(null, chunk)
      held.push(chunk)
      const begin = Buffer.concat(held)
      const hasIndex = boxes(begin, 0, begin.length).some(({ type }) => type === 'moov')
      if (!hasIndex && begin.length < LARGEST_INDEX) return done()
      held = undefined
      dropPictureTracks(begin)
      done(null, begin)
    },
    flush(done) {
      done(null, held && Buffer.concat(held))
    },
  })
}
