// What higher slices and the HTTP layer may use of sessions.
export { authenticate, findViewer } from './authenticate.ts'
export { countFailure, findPauses, tooManyAttempts } from './login/login-throttle.ts'
export { hashPassword, isPasswordMatch } from './login/password.ts'
export { createOAuthClient } from './login/oauth-client.ts'
export { forgetUser, watchSessions } from './tokens/session-memory.ts'
export { deleteUserTokens } from './tokens/token.sql.ts'
export { decryptOtpSecret, isOtpValid } from './login/two-factor.ts'
export { findViewerOfUser } from './tokens/token.sql.ts'
