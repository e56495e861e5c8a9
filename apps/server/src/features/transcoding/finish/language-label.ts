const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

/** English name of a caption's language, its code when it has none. */
export function languageLabel(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
