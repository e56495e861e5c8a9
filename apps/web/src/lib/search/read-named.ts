export type Named = { kind: 'address'; url: URL } | { kind: 'handle'; handle: string }

/** Whether the words are an address or a handle, which name one thing (spec 03 §21). */
export function readNamed(text: string): Named | undefined {
  if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return { kind: 'address', url: new URL(text) }
  const handle = /^@?([\w.-]{1,50}@[a-z0-9][a-z0-9.-]*(:\d{1,5})?)$/i.exec(text)?.[1]
  if (handle) return { kind: 'handle', handle }
  const local = /^@([\w.-]{1,50})$/.exec(text)?.[1]
  return local === undefined ? undefined : { kind: 'handle', handle: local }
}
