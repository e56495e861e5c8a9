/** 0 weak … 3 strong. Length is what counts; repeated and neighbouring characters add nothing. */
export type PasswordStrength = 0 | 1 | 2 | 3

export function passwordStrength(password: string): PasswordStrength {
  const characters = Array.from(password)
  const codes = characters.map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.filter((code, index) => index === 0 || Math.abs(code - (codes[index - 1] ?? 0)) > 1).length
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(password)).length
  const worth = Math.min(steps, new Set(characters).size * 1.5) + (kinds - 1) * 1.5
  if (worth < 8) return 0
  if (worth < 12) return 1
  return worth < 16 ? 2 : 3
}
