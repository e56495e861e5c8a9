import { defineFeature } from '#foundation/feature.ts'
import { tokenSessionRoutes } from './list/token-sessions.routes.ts'
import { tokenRoutes } from './login/token.routes.ts'
import { startSessions } from './tokens/session-memory.ts'
import { deleteExpiredTokens } from './tokens/token.sql.ts'

const day = 24 * 3_600_000

export const sessionsFeature = defineFeature({
  name: 'sessions',
  operations: [...tokenRoutes, ...tokenSessionRoutes],
  schedules: [
    {
      name: 'sessions/delete-expired',
      every: () => day,
      run: (ctx) => deleteExpiredTokens(ctx.db, ctx.clock.now()),
    },
  ],
  onStart: startSessions,
})
