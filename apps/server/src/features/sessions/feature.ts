import { defineFeature } from '#foundation/feature.ts'
import { tokenSessionRoutes } from './list/token-sessions.routes.ts'
import { deleteForgivenFailures } from './login/login-throttle.sql.ts'
import { tokenRoutes } from './login/token.routes.ts'
import { startSessions } from './tokens/session-memory.ts'
import { deleteExpiredTokens } from './tokens/token.sql.ts'

const hour = 3_600_000
const day = 24 * hour

export const sessionsFeature = defineFeature({
  name: 'sessions',
  operations: [...tokenRoutes, ...tokenSessionRoutes],
  schedules: [
    {
      name: 'sessions/delete-expired',
      every: () => day,
      run: (ctx) => deleteExpiredTokens(ctx.db, ctx.clock.now()),
    },
    {
      name: 'sessions/delete-forgiven-failures',
      every: () => hour,
      run: (ctx) => deleteForgivenFailures(ctx.db, ctx.clock.now()),
    },
  ],
  onStart: startSessions,
})
