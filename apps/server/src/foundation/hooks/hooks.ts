/** Call sites of the plugin hooks (spec 08). Handlers are added by the plugins slice. */
export interface Hooks {
  /** `filter:…`: each handler may replace the value. A handler that throws is logged and skipped. */
  filter<T>(name: `filter:${string}`, value: T, params?: unknown): Promise<T>
  /** `action:…`: handlers run one after the other; a failing one is logged and does not fail the caller. */
  action(name: `action:${string}`, params?: unknown): Promise<void>
  on(name: string, handler: (...args: any[]) => unknown, options?: { priority?: number; owner?: string }): () => void
}
