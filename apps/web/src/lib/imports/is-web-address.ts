/** Whether a typed address is one of the web, from which videos can come. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text.trim()) && /^https?:$/.test(new URL(text.trim()).protocol)
}
