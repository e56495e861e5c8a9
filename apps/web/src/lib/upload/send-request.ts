export interface Answer {
  status: number
  body: string
  header: (name: string) => string | null
}

interface RequestOptions {
  body?: Blob | string
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Bytes of the body that have left. */
  onSent?: (bytes: number) => void
}

/** XMLHttpRequest, since `fetch` does not tell how much of a body was sent. Rejects when no answer came. */
export function sendRequest(method: string, url: string, options: RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value)
    const fail = (): void => reject(new TypeError(`${method} ${url}: no answer`))
    request.onload = () =>
      resolve({
        status: request.status,
        body: request.responseText,
        header: (name) => request.getResponseHeader(name),
      })
    request.onerror = fail
    request.onabort = fail
    request.ontimeout = fail
    if (options.onSent) request.upload.onprogress = (event) => options.onSent?.(event.loaded)
    options.signal?.addEventListener('abort', () => request.abort(), { once: true })
    if (options.signal?.aborted) return fail()
    request.send(options.body ?? null)
  })
}
