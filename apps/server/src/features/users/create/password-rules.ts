import { limits } from '@sepiola/contract/limits.ts'

/** Why a new password is refused; undefined = it is good (spec 01 §11). */
export function findPasswordFault(password: string, minLength: number): string | undefined {
  const { max, maxBytes } = limits.password
  if (password.length < minLength) return `The password must have at least ${minLength} characters.`
  if (password.length > max) return `The password must have at most ${max} characters.`
  if (Buffer.byteLength(password) > maxBytes) return `The password must have at most ${maxBytes} bytes.`
  return undefined
}
