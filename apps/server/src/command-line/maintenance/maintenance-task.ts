import type { Command } from 'commander'
import type { Context } from '#foundation/context.ts'
import type { Instance } from '../open-instance.ts'

export interface MaintenanceTask<Options = any> {
  /** As PeerTube's script is called, where there is one (spec 02 §13). */
  name: string
  summary: string
  addOptions(command: Command): Command
  run(run: { ctx: Context; instance: Instance; options: Options }): Promise<void>
}

export function defineTask<Options>(task: MaintenanceTask<Options>): MaintenanceTask<Options> {
  return task
}
