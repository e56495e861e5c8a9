import type { Tx } from '../db/database.ts'
import type { EventDefinition } from './define-event.ts'

export interface EventBus {
  publish<P>(tx: Tx, event: EventDefinition<P>, payload: P): Promise<void>
}
