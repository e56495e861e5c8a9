export type Named = { kind: 'address'; url: URL } | { kind: 'handle'; handle: string } | { kind: 'uuid'; uuid: string }

/** Whether the words are an address, a handle or a UUID, which name one thing (spec 03 §21, spec 09 §1). */
export function readNamed(text: string): Named | undefined {
  if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return { kind: 'address', url: new URL(text) }
  const handle = /^@?([\w.-]{1,50}@[a-z0-9][a-z0-9.-]*(:\d{1,5})?)$/i.exec(text)?.[1]
  if (handle) return { kind: 'handle', handle }
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) return { kind: 'uuid', uuid: text.toLowerCase() }
  const local = /^@([\w.-]{1,50})$/.exec(text)?.[1]
  return local === undefined ? undefined : { kind: 'handle', handle: local }
}
