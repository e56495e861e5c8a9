/** The UUID as a base-58 number, padded to 22 characters (spec 01 §7). */
const alphabet = '123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'
const base = BigInt(alphabet.length)
const shortLength = 22
const hexLength = 32

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(value: string): boolean {
  return uuidPattern.test(value)
}

/** `uuid` in its canonical form; throws a RangeError otherwise. */
export function uuidToShort(uuid: string): string {
  if (!isUuid(uuid)) throw new RangeError(`Not a UUID: ${uuid}`)
  let rest = BigInt(`0x${uuid.replaceAll('-', '')}`)
  let short = ''
  while (rest > 0n) {
    short = alphabet.charAt(Number(rest % base)) + short
    rest /= base
  }
  return short.padStart(shortLength, alphabet.charAt(0))
}

/** The lower-case UUID, or undefined when `short` is not 22 characters of the alphabet or exceeds 128 bits. */
export function shortToUuid(short: string): string | undefined {
  if (short.length !== shortLength) return undefined
  let number = 0n
  for (const character of short) {
    const digit = alphabet.indexOf(character)
    if (digit === -1) return undefined
    number = number * base + BigInt(digit)
  }
  const hex = number.toString(16).padStart(hexLength, '0')
  if (hex.length > hexLength) return undefined
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
