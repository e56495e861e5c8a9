import { z } from 'zod'
import { isUuid, shortToUuid } from './short-uuid.ts'

/**
 * What the server accepts beyond strict types (spec 01 §1, §7): query strings, forms and old clients send text where
 * JSON has numbers, booleans and null. The declared input type is the clean one, so that typed clients send that.
 */
export type Lenient<Output, Input = Output> = z.ZodType<Output, Input>

/** An object that drops unknown keys. Its type is only what goes in and out, which keeps type checks fast. */
export function object<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): Lenient<z.core.$InferObjectOutput<Shape, {}>, z.core.$InferObjectInput<Shape, {}>> {
  return z.object(shape) as unknown as Lenient<
    z.core.$InferObjectOutput<Shape, {}>,
    z.core.$InferObjectInput<Shape, {}>
  >
}

const booleanTexts: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false }

/** A real boolean, or exactly `true`, `false`, `1`, `0`. */
export function boolean(): Lenient<boolean> {
  const read = (value: unknown) =>
    typeof value === 'string' && Object.hasOwn(booleanTexts, value) ? booleanTexts[value] : value
  return z.preprocess(read, z.boolean()) as unknown as Lenient<boolean>
}

interface Range {
  min?: number
  max?: number
}

const numericText = /^[+-]?\d+(\.\d+)?$/

function readNumber(value: unknown): unknown {
  return typeof value === 'string' && numericText.test(value.trim()) ? Number(value) : value
}

function within<S extends z.ZodNumber>(schema: S, { min, max }: Range): S {
  let ranged = schema
  if (min !== undefined) ranged = ranged.min(min)
  if (max !== undefined) ranged = ranged.max(max)
  return ranged
}

/** Integers of the database have 32 bits: nothing larger can name or fill anything there. */
const largestInteger = 2 ** 31 - 1

/** An integer of 32 bits, or its decimal text; bounds included. */
export function integer({ min = -largestInteger - 1, max = largestInteger }: Range = {}): Lenient<number> {
  return z.preprocess(readNumber, within(z.int(), { min, max })) as unknown as Lenient<number>
}

/** An integer that may exceed 32 bits (bytes, ms), or its decimal text; bounds included. */
export function largeInteger(range: Range = {}): Lenient<number> {
  return z.preprocess(readNumber, within(z.int(), range)) as unknown as Lenient<number>
}

/** Any finite number, or its decimal text; bounds included. */
export function number(range: Range = {}): Lenient<number> {
  return z.preprocess(readNumber, within(z.number(), range)) as unknown as Lenient<number>
}

/** A positive database key. */
export function id(): Lenient<number> {
  return integer({ min: 1 })
}

/** One of some numbers, or its decimal text. */
export function numberOf<const V extends readonly number[]>(values: V): Lenient<V[number]> {
  return z.preprocess(readNumber, z.literal(values)) as unknown as Lenient<V[number]>
}

/** A single value counts as an array of one; `a[]=` and `a[0]=` have become arrays before. */
export function arrayOf<Output, Input>(
  item: z.ZodType<Output, Input>,
  { min, max }: Range = {},
): Lenient<Output[], Input[]> {
  let array = z.array(item)
  if (min !== undefined) array = array.min(min)
  if (max !== undefined) array = array.max(max)
  const wrap = (value: unknown) => (value === undefined || value === null || Array.isArray(value) ? value : [value])
  return z.preprocess(wrap, array) as unknown as Lenient<Output[], Input[]>
}

/** Refuses repeated items, compared by `key`. */
export function distinct<Item, Input>(
  array: Lenient<Item[], Input>,
  key: (item: Item) => unknown = (item) => item,
): Lenient<Item[], Input> {
  return array.refine((items) => new Set(items.map(key)).size === items.length, 'The values must be distinct.')
}

/** May be absent, null, or the literal text `null`. */
export function nullable<Output, Input>(
  schema: z.ZodType<Output, Input>,
): z.ZodOptional<Lenient<Output | null, Input | null>> {
  const read = (value: unknown) => (value === 'null' ? null : value)
  return (z.preprocess(read, z.nullable(schema)) as unknown as Lenient<Output | null, Input | null>).optional()
}

interface TextRange extends Range {
  /** Cut white space at both ends before the length is checked. */
  trim?: boolean
}

/** Text with a length in characters. */
export function text({ min, max, trim }: TextRange = {}): Lenient<string> {
  let schema = z.string()
  if (trim) schema = schema.trim()
  if (min !== undefined) schema = schema.min(min)
  if (max !== undefined) schema = schema.max(max)
  return schema
}

/** Calendar dates, down to the month or year alone, with or without separators. */
const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|(\d{2})(\d{2}))?$/
const isoTime = /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?(?:Z|([+-]\d{2})(?::?(\d{2}))?)?$/

/** An ISO 8601 date or date-time; without a zone it is UTC. */
export function dateTime(): Lenient<Date, string> {
  return z
    .string()
    .refine((value) => !Number.isNaN(readDate(value).getTime()), 'Not an ISO 8601 date.')
    .transform(readDate)
    .meta({ format: 'date-time' })
}

function readDate(value: string): Date {
  const [date = '', time, ...more] = value.split(/[T ]/)
  const [, year, month, day, plainMonth, plainDay] = isoDate.exec(date) ?? []
  const [, hour, minute = '00', second = '00', fraction = '0', zone = '+00', zoneMinute = '00'] =
    isoTime.exec(time ?? '00') ?? []
  const wholeDay = day ?? plainDay
  if (!year || !hour || more.length > 0 || (time !== undefined && !wholeDay)) return new Date(Number.NaN)
  const start = `${year}-${month ?? plainMonth ?? '01'}-${wholeDay ?? '01'}`
  return new Date(`${start}T${hour}:${minute}:${second}.${fraction}${zone}:${zoneMinute}`)
}

export function uuid(): Lenient<string> {
  return z
    .string()
    .refine(isUuid, 'Not a UUID.')
    .overwrite((value) => value.toLowerCase())
    .meta({ format: 'uuid' })
}

/** How videos and playlists are named in paths and bodies. */
export type Reference = { id: number } | { uuid: string }

function readReference(value: string | number): Reference | undefined {
  const written = String(value)
  if (/^[1-9]\d{0,9}$/.test(written)) return Number(written) <= largestInteger ? { id: Number(written) } : undefined
  const full = isUuid(written) ? written.toLowerCase() : shortToUuid(written)
  return full === undefined ? undefined : { uuid: full }
}

/** A numeric id, a UUID or a short UUID, which is expanded. */
export function videoReference(): Lenient<Reference, string | number> {
  return z
    .union([z.string(), z.int()])
    .transform((value, context): Reference => {
      const reference = readReference(value)
      if (reference) return reference
      context.addIssue({ code: 'custom', message: 'Not an id, UUID or short UUID.' })
      return z.NEVER
    })
    .meta({ description: 'Numeric id, UUID or short UUID.' })
}

export function isHost(value: string): boolean {
  if (value.length > 259) return false
  const found = /^([^:]+)(?::(\d{1,5}))?$/.exec(value)
  const name = found?.[1]
  if (!name || (found[2] !== undefined && Number(found[2]) > 65535)) return false
  return name.split('.').every((label) => /^(?!-)[\p{L}\p{N}_-]{1,63}(?<!-)$/u.test(label))
}

/** A domain with an optional port and no scheme; the server refuses hosts without a top-level domain by itself. */
export function host(): Lenient<string> {
  return z
    .string()
    .refine(isHost, 'Not a host.')
    .overwrite((value) => value.toLowerCase())
}

const actorName = /^[\p{L}\p{N}\-_.:]{1,50}$/u

export interface Handle {
  name: string
  /** Absent: an actor of this server. */
  host?: string
}

/** Splits `name` or `name@host`, with or without a leading `@`; undefined when it is neither. */
export function splitHandle(handle: string): Handle | undefined {
  const [name = '', ...rest] = handle.replace(/^@/, '').split('@')
  const [where] = rest
  if (!actorName.test(name) || rest.length > 1) return undefined
  if (where === undefined) return { name }
  return isHost(where) ? { name, host: where.toLowerCase() } : undefined
}

/** `name` or `name@host`. Not checked here: a handle that nobody has is not found (404). */
export function handle(): Lenient<string> {
  return z.string().min(1)
}

/** `name` or `name@host`, checked. */
export function checkedHandle(): Lenient<string> {
  return z.string().refine((value) => splitHandle(value) !== undefined, 'Not an account or channel handle.')
}

/** Always `name@host`. */
export function handleWithHost(): Lenient<string> {
  return z
    .string()
    .refine((value) => !value.startsWith('@') && splitHandle(value)?.host !== undefined, 'Not name@host.')
}

/** An absolute http(s) URL. */
export function url({ min = 5, max = 2000 }: Range = {}): Lenient<string> {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'Not a URL.')
    .meta({ format: 'uri' })
}

export function email(): Lenient<string> {
  return z.email().max(400)
}
