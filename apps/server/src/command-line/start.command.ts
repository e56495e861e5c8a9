import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from 'commander'

const launcher = join(import.meta.dirname, '../../../../scripts/sepiola.mjs')

export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('start the server; the same as `npm start`')
    .option('--role <role>', 'web, worker or all')
    .option('--no-client', 'without pages')
    .option('--no-backup', 'without a backup of the database before an update')
    .option('--reset-settings', 'forget what administrators changed in the running server')
    .action(async (_options, command: Command) => {
      // The launcher starts it with the flags of `npm start`.
      const { data, config } = command.optsWithGlobals<{ data?: string; config?: string }>()
      const at = process.argv.indexOf('start')
      const args = [...process.argv.slice(at + 1), ...(config && at > 2 ? ['--config', config] : [])]
      const env = data ? { ...process.env, SEPIOLA_DATA: data } : process.env
      const child = spawn(process.execPath, [launcher, 'start', ...args], { stdio: 'inherit', env })
      process.on('SIGINT', () => {})
      process.on('SIGTERM', () => child.kill('SIGTERM'))
      process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
    })
}
