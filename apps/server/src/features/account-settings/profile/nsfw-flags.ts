const fields = ['nsfwFlagsDisplayed', 'nsfwFlagsHidden', 'nsfwFlagsWarned', 'nsfwFlagsBlurred'] as const

/** Whether one kind of content is to be treated in two ways. Values as a client sent them. */
export function haveCommonFlag(sent: Record<string, unknown>): boolean {
  let seen = 0
  for (const field of fields) {
    const bits = Number(sent[field] ?? 0) || 0
    if (seen & bits) return true
    seen |= bits
  }
  return false
}
