import { subtitleLanguages, videoLanguages as spoken } from '@sepiola/contract/languages.ts'

/** Code → English name of the languages that videos can have. */
export function videoLanguages(): Readonly<Record<string, string>> {
  return spoken
}

/** The same without sign languages and "no linguistic content". */
export function captionLanguages(): Readonly<Record<string, string>> {
  return subtitleLanguages
}

/** `Unknown` for a code that no list has. */
export function languageLabel(code: string): string {
  return spoken[code] ?? 'Unknown'
}
