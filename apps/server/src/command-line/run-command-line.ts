import { Command, CommanderError, Option } from 'commander'
import { Problem } from '#foundation/http/problem.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { addBackupCommands } from './backup/backup.command.ts'
import { CommandError, UsageError } from './command-error.ts'
import { addDoctorCommand } from './doctor/doctor.command.ts'
import { addMaintenanceCommands } from './maintenance/maintenance.command.ts'
import { addParseLogCommand } from './parse-log/parse-log.command.ts'
import { addStartCommand } from './start.command.ts'
import { addUserCommands } from './users/users.command.ts'

const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const

/** Resolves to the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync(args, { from: 'user' })
    return typeof process.exitCode === 'number' ? process.exitCode : exitCodes.done
  } catch (error) {
    // Its message is printed already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage
    console.error(`✗ ${describe(error)}`)
    if (process.env.LOGGER_LEVEL === 'debug') console.error(error)
    return error instanceof UsageError ? exitCodes.wrongUsage : exitCodes.failed
  }
}

function buildProgram(): Command {
  const program = new Command('sepiola')
    .description('Runs and looks after a Sepiola server.')
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError('(--help tells more)')
    .addOption(new Option('--data <folder>', 'data folder of the server').env('SEPIOLA_DATA'))
    .option('--config <file>', 'further settings, as for `npm start -- --config FILE`')
  addStartCommand(program)
  addUserCommands(program)
  addBackupCommands(program)
  addDoctorCommand(program)
  addMaintenanceCommands(program)
  addParseLogCommand(program)
  return program
}

function describe(error: unknown): string {
  if (error instanceof CommandError || error instanceof Problem) return error.message
  return error instanceof Error ? error.message || error.name : String(error)
}
