import { store } from '../session/store.ts'

/** What is needed to go on with an upload after a reload: the same file and the server's memory of it. */
export interface UploadSession {
  url: string
  filename: string
  size: number
  lastModified: number
  type: string
  /** Bytes that the server had at last. */
  sent: number
  draft: unknown
}

const key = 'sepiola-upload'

export const uploadSession = {
  load(): UploadSession | undefined {
    try {
      return (JSON.parse(store.get(key) ?? 'null') as UploadSession | null) ?? undefined
    } catch {
      return undefined
    }
  },
  save: (session: UploadSession) => store.set(key, JSON.stringify(session)),
  clear: () => store.remove(key),
}

export function isSameFile(file: File, session: UploadSession): boolean {
  return file.name === session.filename && file.size === session.size && file.lastModified === session.lastModified
}
