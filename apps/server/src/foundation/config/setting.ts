import { z } from 'zod'
import { parseBytes, parseDuration } from './parse-quantity.ts'

/** One key of the configuration: how its value is read, what it is by default and what it is called in the environment. */
export interface Setting<T> {
  readonly isSetting: true
  readonly schema: z.ZodType<T>
  /** Words for the message about a wrong value: `expected …`. */
  readonly expected: string
  /** As written in a file (`5 minutes`), before reading. */
  readonly default: unknown
  /** Replaces the default under NODE_ENV=test (spec 11). */
  readonly testDefault: unknown
  /** Variable of the official container image. */
  readonly env: string | undefined
  /** `json`: the variable's value is JSON where it can be read as such; `text`: it is taken as it is. */
  readonly envFormat: 'json' | 'text'
  /** Never printed. */
  readonly secret: boolean
}

interface SettingOptions {
  test?: unknown
  secret?: boolean
  envFormat?: 'json' | 'text'
}

interface NumberOptions extends SettingOptions {
  min?: number
  max?: number
}

function setting<T>(
  schema: z.ZodType<T>,
  expected: string,
  defaultValue: unknown,
  env: string | undefined,
  { test, secret = false, envFormat = 'json' }: SettingOptions = {},
): Setting<T> {
  return { isSetting: true, schema, expected, default: defaultValue, testDefault: test, env, envFormat, secret }
}

// People write `yes`-like strings and quoted numbers into YAML and the environment; an empty YAML value is null.
const textSchema = z.preprocess((value) => {
  if (value === null) return ''
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}, z.string())

const optionalTextSchema = z.preprocess((value) => {
  if (value === '') return null
  return typeof value === 'number' ? String(value) : value
}, z.string().nullable())

const flagSchema = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  return { true: true, false: false }[value.trim().toLowerCase()] ?? value
}, z.boolean())

const toNumber = (value: unknown) =>
  typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value

const durationSchema = z.preprocess((value) => parseDuration(value) ?? value, z.number().min(-1))
const bytesSchema = z.preprocess((value) => parseBytes(value) ?? value, z.number().int().min(-1))

const durationWords = 'a number of milliseconds or a text such as "1 hour" or "2 days 12 hours"'
const bytesWords = 'a number of bytes or a text such as "100MB" or "5GB 200MB"'

const nullable = <T>(schema: z.ZodType<T>) =>
  z.preprocess((value) => (value === '' ? null : value), z.union([z.null(), schema]))

const toList = (value: unknown) => {
  if (value === null || value === '') return []
  return typeof value === 'string' ? value.split(',').map((entry) => entry.trim()) : value
}

export function text(value: string, env?: string, options?: SettingOptions): Setting<string> {
  return setting(textSchema, 'a text', value, env, { envFormat: 'text', ...options })
}

export function optionalText(value: string | null, env?: string, options?: SettingOptions): Setting<string | null> {
  return setting(optionalTextSchema, 'a text or null', value, env, { envFormat: 'text', ...options })
}

export function choice<const T extends string>(
  choices: readonly T[],
  value: NoInfer<T>,
  env?: string,
  options?: SettingOptions,
): Setting<T> {
  const schema = z.enum(choices) as unknown as z.ZodType<T>
  return setting(schema, `one of ${choices.join(', ')}`, value, env, { envFormat: 'text', ...options })
}

export function flag(value: boolean, env?: string, options?: SettingOptions): Setting<boolean> {
  return setting(flagSchema, 'true or false', value, env, options)
}

export function integer(value: number, env?: string, options: NumberOptions = {}): Setting<number> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = options
  const schema = z.preprocess(toNumber, z.number().int().min(min).max(max))
  return setting(schema, `a whole number${bounds(options)}`, value, env, options)
}

export function optionalInteger(
  value: number | null,
  env?: string,
  options: NumberOptions = {},
): Setting<number | null> {
  const inner = integer(0, undefined, options)
  return setting(nullable(inner.schema), `${inner.expected} or null`, value, env, options)
}

export function port(value: number, env?: string, options?: SettingOptions): Setting<number> {
  return integer(value, env, { min: 0, max: 65_535, ...options })
}

/** ms. */
export function duration(value: string | number, env?: string, options?: SettingOptions): Setting<number> {
  return setting(durationSchema, durationWords, value, env, options)
}

/** ms, or null for no bound. */
export function optionalDuration(value: string | null, env?: string, options?: SettingOptions): Setting<number | null> {
  return setting(nullable(durationSchema), `${durationWords}, or null`, value, env, options)
}

export function bytes(value: string | number, env?: string, options?: SettingOptions): Setting<number> {
  return setting(bytesSchema, bytesWords, value, env, options)
}

export function optionalBytes(value: string | null, env?: string, options?: SettingOptions): Setting<number | null> {
  return setting(nullable(bytesSchema), `${bytesWords}, or null`, value, env, options)
}

export function textList(value: string[], env?: string, options?: SettingOptions): Setting<string[]> {
  return setting(z.preprocess(toList, z.array(z.string())), 'a list of texts', value, env, options)
}

export function optionalTextList(value: null, env?: string, options?: SettingOptions): Setting<string[] | null> {
  return setting(nullable(z.array(z.string())), 'a list of texts or null', value, env, options)
}

export function optionalIntegerList(value: null, env?: string, options?: SettingOptions): Setting<number[] | null> {
  const items = z.array(z.preprocess(toNumber, z.number().int()))
  return setting(nullable(items), 'a list of whole numbers or null', value, env, options)
}

export function choiceList<const T extends string>(
  choices: readonly T[],
  value: NoInfer<T>[],
  env?: string,
  options?: SettingOptions,
): Setting<T[]> {
  const schema = z.preprocess(toList, z.array(z.enum(choices) as unknown as z.ZodType<T>))
  return setting(schema, `a list out of ${choices.join(', ')}`, value, env, options)
}

/** A list of objects; the schema says their members. */
export function records<T>(
  schema: z.ZodType<T>,
  expected: string,
  value: unknown,
  env?: string,
  options?: SettingOptions,
) {
  const read = z.preprocess((given) => (given === null ? [] : given), z.array(schema))
  return setting(read, expected, value, env, options)
}

/** Members of `records` in the units of the configuration files. */
export const memberSchemas = { duration: durationSchema, bytes: bytesSchema }

function bounds({ min, max }: NumberOptions): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`
  if (min !== undefined) return `, at least ${min}`
  return max === undefined ? '' : `, at most ${max}`
}
