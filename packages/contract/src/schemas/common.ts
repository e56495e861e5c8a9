import { z } from 'zod'
import { define, type Infer } from '../operation.ts'

/** ISO 8601 in UTC with milliseconds. */
export function date() {
  return z.iso.datetime({ precision: 3 })
}

/** A value with its label. */
export const Constant = define(() => z.strictObject({ id: z.int(), label: z.string() }))
export type Constant = Infer<typeof Constant>

/** Null reads as unknown. */
export const NullableConstant = define(() => z.strictObject({ id: z.int().nullable(), label: z.string() }))
export type NullableConstant = Infer<typeof NullableConstant>

/** A language. */
export const TextConstant = define(() => z.strictObject({ id: z.string().nullable(), label: z.string() }))
export type TextConstant = Infer<typeof TextConstant>

/** A part of the server that is on or off. */
export function enabled() {
  return z.strictObject({ enabled: z.boolean() })
}
