import type { Settings } from '#foundation/config/settings.ts'
import type { Db } from '#foundation/db/database.ts'
import { findMigrationGap } from '#foundation/db/migrate.ts'
import { formatBytes } from '../terminal.ts'
import { findDatabaseFacts } from './database-facts.sql.ts'
import { broken, good, warning, type Finding } from './finding.ts'

/** ms that clocks may differ: sessions, schedules and signatures of other servers depend on them. */
const tolerance = 2000

/** Connections beside the pool: leadership, notifications, jobs, this command. */
const besidePool = 10

export async function checkDatabase(db: Db, settings: Settings): Promise<Finding[]> {
  const asked = Date.now()
  const facts = await findDatabaseFacts(db)
  const drift = Math.abs(facts.now.getTime() - (asked + Date.now()) / 2)
  const gap = await findMigrationGap(db)
  const missing = ['pg_trgm', 'unaccent'].filter((name) => !facts.extensions.includes(name))
  const needed = settings.database.pool.max + besidePool
  return [
    good('database', `PostgreSQL ${facts.version}, ${formatBytes(facts.bytes)}`),
    missing.length === 0
      ? good('extensions', facts.extensions.join(', '))
      : broken('extensions', `missing: ${missing.join(', ')}`, `As a superuser: CREATE EXTENSION ${missing[0]};`),
    describeGap(gap),
    facts.maxConnections >= needed
      ? good('connections', `${facts.connections} of ${facts.maxConnections} in use`)
      : warning('connections', `at most ${facts.maxConnections}`, `Set max_connections to ${needed} or more.`),
    facts.durable
      ? good('durability', 'what is written survives a crash')
      : broken(
          'durability',
          'fsync or full_page_writes is off',
          'Switch both on in postgresql.conf, or a crash loses data.',
        ),
    drift <= tolerance
      ? good('database clock', `differs by ${Math.round(drift)} ms`)
      : broken(
          'database clock',
          `differs by ${(drift / 1000).toFixed(1)} s`,
          'Run a time service (NTP) on both machines.',
        ),
  ]
}

function describeGap({ missing, unknown }: { missing: string[]; unknown: string[] }): Finding {
  if (unknown.length > 0) {
    return broken('tables', `of a newer Sepiola (${unknown.join(', ')})`, 'Update this Sepiola before starting it.')
  }
  if (missing.length === 0) return good('tables', 'up to date')
  return warning('tables', `${missing.length} updates are waiting`, 'The next start makes them, after a backup.')
}
