import type { Log } from '#foundation/log.ts'

/** Undone in the opposite order, each within its own time. */
export class Teardown {
  readonly #steps: (() => Promise<unknown> | void)[] = []

  add(step: () => Promise<unknown> | void): void {
    this.#steps.unshift(step)
  }

  async run(log?: Log): Promise<void> {
    for (const step of this.#steps.splice(0)) {
      try {
        await step()
      } catch (error) {
        log?.error({ err: error }, 'A part of the server did not stop cleanly.')
      }
    }
  }
}
