/** An own method, or one of the transport. */
type Handler = (params: unknown) => unknown

export interface Message {
  id?: unknown
  method?: unknown
  params?: unknown
  result?: unknown
  error?: unknown
}

/**
 * One end of the conversation between an embed and the page around it, as jschannel 1.0.2 and the published library hold it
 * (spec 09 §11.1): JSON texts, requests answered by id, all sending put off until both ends have said that they are there.
 */
export class EmbedChannel {
  readonly #peer: Window
  readonly #prefix: string
  readonly #handlers: Readonly<Record<string, Handler>>
  readonly #queue: object[] = []
  #isReady = false

  /** `handlers` answer requests by their names; what they throw is told to who asked. */
  constructor(peer: Window, scope: string, handlers: Readonly<Record<string, Handler>>) {
    this.#peer = peer
    this.#prefix = `${scope}::`
    this.#handlers = handlers
    addEventListener('message', this.#receive)
    // Whoever is here first is not heard by the other and hears it later.
    setTimeout(() => this.#greet('publish-request'))
  }

  notify(name: string, params: unknown): void {
    this.send({ method: this.#prefix + name, params })
  }

  destroy(): void {
    removeEventListener('message', this.#receive)
  }

  #receive = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.#peer) return
    const message = parse(event.data)
    const { id, method, params } = message
    if (method === undefined) return this.answered(message)
    if (typeof method !== 'string' || !method.startsWith(this.#prefix)) return
    const name = method.slice(this.#prefix.length)
    if (name === '__ready') this.#greeted(params)
    else if (typeof id === 'number' && id !== 0) void this.#answer(id, name, params)
    else this.heard(name, params)
  }

  /** An embed asks nothing. */
  protected answered(_message: Message): void {}

  /** A notification; an embed wants to hear none. */
  protected heard(_name: string, _params: unknown): void {}

  #greeted(params: unknown): void {
    if (this.#isReady) return
    this.#isReady = true
    if ((params as { type?: unknown } | null)?.type === 'publish-request') this.#greet('publish-reply')
    for (const message of this.#queue.splice(0)) this.#post(message)
  }

  #greet(type: 'publish-request' | 'publish-reply'): void {
    this.#post({ method: `${this.#prefix}__ready`, params: { type, publish: [] } })
  }

  async #answer(id: number, name: string, params: unknown): Promise<void> {
    const handler = Object.hasOwn(this.#handlers, name) ? this.#handlers[name] : undefined
    if (!handler) return this.send({ id, error: 'method_not_found', message: `There is no method ${name}.` })
    try {
      this.send({ id, result: await handler(params) })
    } catch (error) {
      if (error instanceof Error) this.send({ id, error: error.constructor.name, message: error.message })
      else this.send({ id, error: 'runtime_error', message: String(error) })
    }
  }

  protected send(message: object): void {
    if (this.#isReady) this.#post(message)
    else this.#queue.push(message)
  }

  /** To whatever page holds the frame: nothing that is said is a secret, and its origin is not known. */
  #post(message: object): void {
    this.#peer.postMessage(JSON.stringify(message), '*')
  }
}

function parse(data: unknown): Message {
  if (typeof data !== 'string') return {}
  try {
    const message: unknown = JSON.parse(data)
    return typeof message === 'object' && message !== null ? message : {}
  } catch {
    return {}
  }
}
