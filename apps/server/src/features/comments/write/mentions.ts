const name = String.raw`[\p{L}\p{N}_.:-]+`

/**
 * Names of local users that a comment mentions, each once and as written (spec 04 §8.4): `@name@host` with this
 * server's host, from local authors `@name` too, set off by white space or the text's ends.
 */
export function findMentions(text: string, { host, localAuthor }: { host: string; localAuthor: boolean }): string[] {
  // Nothing else in a host means something in a pattern.
  const at = `@${host.replaceAll('.', String.raw`\.`)}`
  const pattern = new RegExp(String.raw`(?<=^|\s)@(${name})(?:${at})${localAuthor ? '?' : ''}(?=\s|$)`, 'giu')
  return [...new Set(Array.from(text.matchAll(pattern), (match) => match[1]!))]
}
