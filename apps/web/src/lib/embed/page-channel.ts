import { EmbedChannel, type Message } from './embed-channel.ts'

interface Question {
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

/** The end of the page that holds an embed: it asks, and hears what happens there (spec 09 §11). */
export class PageChannel extends EmbedChannel {
  readonly #scope: string
  readonly #listener: (name: string, params: unknown) => void
  readonly #open = new Map<number, Question>()
  #lastId = Math.ceil(Math.random() * 1_000_000)

  constructor(frame: Window, scope: string, listener: (name: string, params: unknown) => void) {
    super(frame, scope, {})
    this.#scope = scope
    this.#listener = listener
  }

  /** The embed's answer, however late; rejected with the name of what went wrong there. */
  ask(method: string, params?: unknown): Promise<unknown> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject })
      this.send({ id, method: `${this.#scope}::${method}`, params })
    })
  }

  protected override answered({ id, result, error }: Message): void {
    const question = typeof id === 'number' ? this.#open.get(id) : undefined
    if (!question) return
    this.#open.delete(id as number)
    if (error === undefined) question.resolve(result)
    else question.reject(new Error(typeof error === 'string' ? error : 'runtime_error'))
  }

  protected override heard(name: string, params: unknown): void {
    this.#listener(name, params)
  }
}
