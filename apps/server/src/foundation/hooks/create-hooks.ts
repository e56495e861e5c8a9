import type { Log } from '../log.ts'
import type { Hooks } from './hooks.ts'

interface Handler {
  run: (...args: any[]) => unknown
  priority: number
  owner: string | undefined
}

/** Handlers run one after the other, by descending priority, stable within one (spec 08 §3). */
export function createHooks(log: Log): Hooks {
  const handlers = new Map<string, readonly Handler[]>()

  function reportFailure(name: string, { owner }: Handler, err: unknown) {
    log.error({ err, hook: name, owner }, 'A hook handler failed.')
  }

  return {
    async filter<T>(name: `filter:${string}`, value: T, params?: unknown): Promise<T> {
      let result = value
      for (const handler of handlers.get(name) ?? []) {
        try {
          result = (await handler.run(result, params)) as T
        } catch (error) {
          reportFailure(name, handler, error)
        }
      }
      return result
    },

    async action(name, params) {
      for (const handler of handlers.get(name) ?? []) {
        try {
          await handler.run(params)
        } catch (error) {
          reportFailure(name, handler, error)
        }
      }
    },

    on(name, run, { priority = 0, owner } = {}) {
      const handler: Handler = { run, priority, owner }
      const known = handlers.get(name) ?? []
      // Copied, so that a hook that is running keeps its list; the sort is stable.
      handlers.set(
        name,
        [...known, handler].sort((a, b) => b.priority - a.priority),
      )
      return () => {
        const left = handlers.get(name)?.filter((other) => other !== handler) ?? []
        if (left.length > 0) handlers.set(name, left)
        else handlers.delete(name)
      }
    },
  }
}
