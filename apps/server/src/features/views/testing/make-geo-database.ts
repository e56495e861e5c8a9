type Value = string | number | Value[] | { [key: string]: Value }

/** A database in MaxMind's format that says the same of every IPv4 address. */
export function makeGeoDatabase(record: Value): Buffer {
  const nodeCount = 1
  // Both branches of the only node lead to the first record of the data.
  const branch = nodeCount + 16
  const tree = Buffer.from([0, 0, branch, 0, 0, branch])
  const metadata = {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_790_000_000,
    database_type: 'Test',
    description: {},
    ip_version: 4,
    languages: [],
    node_count: nodeCount,
    record_size: 24,
  }
  const marker = Buffer.from('abcdef4d61784d696e642e636f6d', 'hex')
  return Buffer.concat([tree, Buffer.alloc(16), encode(record), marker, encode(metadata)])
}

/** Types of the format; those from 8 on stand in a byte of their own. */
const types = { text: 2, unsigned: 6, map: 7, array: 11 } as const

function encode(value: Value): Buffer {
  if (typeof value === 'string')
    return Buffer.concat([control(types.text, Buffer.byteLength(value)), Buffer.from(value)])
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return Buffer.concat([control(types.unsigned, 4), bytes])
  }
  if (Array.isArray(value)) return Buffer.concat([control(types.array, value.length), ...value.map(encode)])
  const pairs = Object.entries(value)
  return Buffer.concat([control(types.map, pairs.length), ...pairs.flatMap(([key, of]) => [encode(key), encode(of)])])
}

function control(type: number, size: number): Buffer {
  if (size >= 29) throw new Error('too long for a test')
  return Buffer.from(type < 8 ? [(type << 5) | size] : [size, type - 7])
}
