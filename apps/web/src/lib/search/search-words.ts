/** What the address says to look for; control characters are no words. `longest`: more than anybody types. */
export function searchWords(search: { get(name: string): string | null }, longest = 200): string {
  return (search.get('search') ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longest)
}
