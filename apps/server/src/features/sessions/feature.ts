import { defineFeature } from '#foundation/feature.ts'
import { tokenSessionRoutes } from './list/token-sessions.routes.ts'
import { tokenRoutes } from './login/token.routes.ts'
import { startSessions } from './tokens/session-memory.ts'

export const sessionsFeature = defineFeature({
  name: 'sessions',
  operations: [...tokenRoutes, ...tokenSessionRoutes],
  onStart: startSessions,
})
