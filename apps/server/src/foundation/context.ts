import type { AuditLog } from './audit/audit-log.ts'
import type { Clock } from './clock.ts'
import type { LiveSettings } from './config/live-settings.ts'
import type { Db } from './db/database.ts'
import type { EventBus } from './events/event-bus.ts'
import type { Schedule } from './feature.ts'
import type { Hooks } from './hooks/hooks.ts'
import type { JobQueue } from './jobs/job-queue.ts'
import type { Log } from './log.ts'
import type { Gauge } from './metrics/gauge.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Notifier } from './db/notifier.ts'
import type { Origin } from './origin.ts'
import type { Storage } from './storage/storage.ts'

/** Paths of the programs that read and write media. */
export interface MediaTools {
  ffmpegPath: string
  ffprobePath: string
}

/** What every use-case gets: there are no singletons. */
export interface Context {
  db: Db
  /** Effective settings; `settings.current` changes when an administrator saves a setting. */
  settings: LiveSettings
  log: Log
  /** Who changed what: `ctx.audit.update(viewer, 'videos', before, after)` after the commit (spec 02 §10). */
  audit: AuditLog
  clock: Clock
  storage: Storage
  hooks: Hooks
  jobs: JobQueue
  events: EventBus
  /** LISTEN/NOTIFY between the nodes of one database. */
  notifier: Notifier
  /** Of all features; the leading node runs them. */
  schedules: readonly Schedule[]
  /** Of all features, for the metrics exporter. */
  gauges: readonly Gauge[]
  mail: Mailer
  /** Public origin of this server and the URLs built on it. */
  origin: Origin
  media: MediaTools
  /** Aborted when the process stops. */
  stopping: AbortSignal
  /** Spec 11: faster clocks. */
  testMode: boolean
}
