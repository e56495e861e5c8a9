import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'

/** Seconds (spec 02 §4.1, 11). */
const lifetime = (ctx: Context) => (ctx.testMode ? 2 : 15 * 60)

const key = (ctx: Context) => new TextEncoder().encode(ctx.settings.current.secrets.peertube)

/** Address under which an archive can be fetched for a while, without a session. */
export async function downloadUrl(ctx: Context, filename: string): Promise<string> {
  const { SignJWT } = await import('jose')
  const now = Math.floor(ctx.clock.now().getTime() / 1000)
  const jwt = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ctx.origin.url)
    .setAudience(filename)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetime(ctx))
    .sign(key(ctx))
  return `${ctx.origin.url}/download/user-exports/${encodeURIComponent(filename)}?jwt=${jwt}`
}

/** Throws 400. */
export async function requireJwtForm(jwt: string): Promise<void> {
  const { decodeJwt } = await import('jose')
  try {
    decodeJwt(jwt)
  } catch {
    throw problem(400, 'Incorrect request parameters: jwt')
  }
}

/** Throws 403: not ours, expired, or of another file. */
export async function requireDownloadToken(ctx: Context, jwt: string, filename: string): Promise<void> {
  const { errors, jwtVerify } = await import('jose')
  try {
    await jwtVerify(jwt, key(ctx), {
      algorithms: ['HS256'],
      issuer: ctx.origin.url,
      audience: filename,
      requiredClaims: ['exp'],
      currentDate: ctx.clock.now(),
    })
  } catch (error) {
    if (error instanceof errors.JOSEError) throw problem(403, 'This link is wrong or has expired.')
    throw error
  }
}
