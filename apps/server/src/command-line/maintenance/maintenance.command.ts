import type { Command } from 'commander'
import { findFfmpeg } from '#foundation/ffmpeg/locate-ffmpeg.ts'
import { locate, withContext } from '../open-instance.ts'
import { formatTable, printJson } from '../terminal.ts'
import { houseKeepingTask } from './house-keeping.task.ts'
import { importFileTask } from './import-file.task.ts'
import type { MaintenanceTask } from './maintenance-task.ts'
import { pruneStorageTask } from './prune-storage.task.ts'
import { regenerateThumbnailsTask } from './regenerate-thumbnails.task.ts'
import { storyboardTask } from './storyboard.task.ts'
import { transcodingTask } from './transcoding.task.ts'
import { transcriptionTask } from './transcription.task.ts'
import { updateHostTask } from './update-host.task.ts'

const tasks: readonly MaintenanceTask[] = [
  pruneStorageTask,
  houseKeepingTask,
  regenerateThumbnailsTask,
  storyboardTask,
  transcriptionTask,
  transcodingTask,
  importFileTask,
  updateHostTask,
]

export function addMaintenanceCommands(program: Command): void {
  const maintenance = program.command('maintenance').description('tasks for rare occasions')
  maintenance
    .command('list')
    .description('what can be done')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: true }) => {
      if (json) return printJson(tasks.map(({ name, summary }) => ({ name, summary })))
      const rows = tasks.map(({ name, summary }) => [name, summary])
      console.log(formatTable(['task', 'effect'], rows))
    })
  const run = maintenance.command('run').description('do one of them; `run <task> --help` tells more')
  for (const task of tasks) {
    task
      .addOptions(run.command(task.name).description(task.summary))
      .action(async (options: unknown, command: Command) => {
        const location = locate(command)
        // Only some tasks need it, and they say so when it is missing.
        const media = await findFfmpeg({ dataFolder: location.folder.programs, environment: location.env }).catch(
          () => undefined,
        )
        await withContext(location, ({ ctx, instance }) => task.run({ ctx, instance, options }), media)
      })
  }
}
