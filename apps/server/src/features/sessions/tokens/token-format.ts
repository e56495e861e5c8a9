import { createHash, randomBytes } from 'node:crypto'

const tokenFormat = /^[0-9a-f]{40}$/

/** 40 hex characters, as every access and refresh token (spec 01 §3.1). */
export function generateToken(): string {
  return randomBytes(20).toString('hex')
}

/** How a token is kept: whoever reads the table cannot use what is there. */
export function hashToken(token: string): string {
  return `sha256:${createHash('sha256').update(token).digest('hex')}`
}

/**
 * What the column may hold for a presented token: its hash, or the token itself in a database that came from another
 * server. Nothing for a text that is no token, so that a stolen hash is never accepted.
 */
export function storedForms(token: string): readonly [hash: string, plain: string] | undefined {
  return tokenFormat.test(token) ? [hashToken(token), token] : undefined
}
