/**
 * Languages of videos as the reader calls them: the server knows their English names only. `labels`: code → English
 * name, which stays where the browser knows no better one.
 */
export function nameLanguages(locale: string, labels: Readonly<Record<string, string>>): Record<string, string> {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  return Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, nameOf(names, code, locale) ?? label]))
}

function nameOf(names: Intl.DisplayNames, code: string, locale: string): string | undefined {
  try {
    const name = names.of(code)
    // As every list of choices: with a capital.
    return name && name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  } catch {
    // Not a code that the browser understands.
    return undefined
  }
}
