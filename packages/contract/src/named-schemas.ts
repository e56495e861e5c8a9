import type { Thunk } from './operation.ts'
import * as accountExport from './schemas/account-export.ts'
import * as actors from './schemas/actors.ts'
import * as comments from './schemas/comments.ts'
import * as imports from './schemas/imports.ts'
import * as live from './schemas/live.ts'
import * as moderation from './schemas/moderation.ts'
import * as notifications from './schemas/notifications.ts'
import * as ownership from './schemas/ownership.ts'
import * as playerSettings from './schemas/player-settings.ts'
import * as playlists from './schemas/playlists.ts'
import * as plugins from './schemas/plugins.ts'
import * as problem from './schemas/problem.ts'
import * as redundancy from './schemas/redundancy.ts'
import * as runnerPayloads from './schemas/runner-payloads.ts'
import * as runners from './schemas/runners.ts'
import * as server from './schemas/server.ts'
import * as serverConfig from './schemas/server-config.ts'
import * as serverConfigCustom from './schemas/server-config-custom.ts'
import * as serverStats from './schemas/server-stats.ts'
import * as users from './schemas/users.ts'
import * as videoExtras from './schemas/video-extras.ts'
import * as videoFiles from './schemas/video-files.ts'
import * as videoStats from './schemas/video-stats.ts'
import * as videos from './schemas/videos.ts'

const modules: readonly object[] = [
  accountExport,
  actors,
  comments,
  imports,
  live,
  moderation,
  notifications,
  ownership,
  playerSettings,
  playlists,
  plugins,
  problem,
  redundancy,
  runnerPayloads,
  runners,
  server,
  serverConfig,
  serverConfigCustom,
  serverStats,
  users,
  videoExtras,
  videoFiles,
  videoStats,
  videos,
]

/** The schemas that have a name of their own in documents: those whose export starts with a capital. */
export const namedSchemas: ReadonlyMap<string, Thunk> = new Map(
  modules.flatMap((module) => Object.entries(module) as [string, Thunk][]).filter(([name]) => /^[A-Z]/.test(name)),
)
