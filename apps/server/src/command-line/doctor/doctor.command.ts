import type { Command } from 'commander'
import { createLiveSettings } from '#foundation/config/live-settings.ts'
import { loadSettings, type LoadedSettings } from '#foundation/config/load-settings.ts'
import { databaseOverrides } from '#foundation/config/override-store.ts'
import { openDatabase } from '#foundation/db/connect.ts'
import { findMigrationGap } from '#foundation/db/migrate.ts'
import { hasDatabase, locate, reachDatabase, type Location } from '../open-instance.ts'
import { printJson } from '../terminal.ts'
import { checkAddresses } from './check-addresses.ts'
import { checkDataFolder } from './check-data-folder.ts'
import { checkDatabase } from './check-database.ts'
import { checkFfmpeg } from './check-ffmpeg.ts'
import { checkImports } from './check-imports.ts'
import { checkMachine } from './check-machine.ts'
import { checkMail } from './check-mail.ts'
import { checkStorage } from './check-storage.ts'
import { checkTranscription } from './check-transcription.ts'
import { findClientId } from './database-facts.sql.ts'
import { broken, good, warning, type Finding } from './finding.ts'

const marks = { good: '✓', warning: '!', broken: '✗' } as const

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('look whether everything that the server needs works; exit code 1 when something is broken')
    .option('--send-test-mail <address>', 'also send a mail')
    .option('--json', 'as JSON')
    .action(async (options: { sendTestMail?: string; json?: true }, command: Command) => {
      const findings: Finding[] = []
      for await (const finding of examine(locate(command), options.sendTestMail)) {
        findings.push(finding)
        if (!options.json) print(finding)
      }
      if (options.json) printJson(findings)
      else console.log(summarise(findings))
      if (findings.some(({ status }) => status === 'broken')) process.exitCode = 1
    })
}

function print({ status, subject, found, advice }: Finding): void {
  console.log(`${marks[status]} ${subject}: ${found}`)
  if (advice !== undefined) console.log(`  → ${advice}`)
}

function summarise(findings: readonly Finding[]): string {
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length
  const [failing, doubtful] = [count('broken'), count('warning')]
  if (failing + doubtful === 0) return 'All is well.'
  return `${failing} broken, ${doubtful} to look at.`
}

async function* examine(location: Location, sendTo: string | undefined): AsyncGenerator<Finding> {
  yield* checkMachine()
  const dataFolder = await checkDataFolder(location.folder)
  yield* dataFolder
  if (dataFolder[0]!.status === 'broken') return
  let loaded: LoadedSettings
  try {
    loaded = loadSettings(location)
  } catch (error) {
    yield broken('settings', (error as Error).message, 'Correct them: the server does not start with them.')
    return
  }
  for (const line of loaded.warnings) yield warning('settings', line, 'It has no effect as it is.')
  if (loaded.warnings.length === 0) yield good('settings', `${loaded.sources.size} set, all are known`)
  const { findings, clientId, running, settings } = await examineDatabase(location, loaded)
  yield* findings
  yield* await checkFfmpeg(location.folder.programs, location.env)
  yield* await checkTranscription(settings, location.env)
  yield* await checkImports(settings, location.env)
  yield* await checkStorage(settings.storage)
  yield* await checkMail(settings, sendTo)
  yield* await checkAddresses({ settings, clientId, running })
}

/** Its findings, and what the other checks need to know of it. */
async function examineDatabase(location: Location, loaded: LoadedSettings) {
  const unknown = { clientId: undefined, running: undefined, settings: loaded.settings }
  const advice = loaded.externalDatabase
    ? 'Look at database.* (or DATABASE_URL), and whether that PostgreSQL runs and lets this machine in.'
    : `Its log is ${location.folder.database}/server.log.`
  const failed = (error: unknown) => ({
    findings: [broken('database', (error as Error).message, advice)],
    ...unknown,
  })
  if (!loaded.externalDatabase && !hasDatabase(location.folder)) {
    const finding = warning('database', 'there is none yet', 'The first start of the server makes it.')
    return { findings: [finding], ...unknown }
  }
  try {
    const { connection, running, stop } = await reachDatabase(location.folder, loaded)
    try {
      const { db, close } = await openDatabase({ connection })
      try {
        const settings = createLiveSettings(location, loaded)
        const { missing } = await findMigrationGap(db)
        if (missing.length === 0) await settings.shareThrough(databaseOverrides(db), () => {})
        const findings = await checkDatabase(db, settings.current)
        return { findings, clientId: await findClientId(db), running, settings: settings.current }
      } finally {
        await close()
      }
    } finally {
      await stop()
    }
  } catch (error) {
    return failed(error)
  }
}
