const escapes: Record<string, string> = {
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON that is safe inside a script element (spec 09 §7.3). */
export const scriptText = (json: string): string => json.replace(/[<>&\u2028\u2029]/g, (char) => escapes[char] ?? char)
