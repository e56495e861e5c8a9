import type { Method } from '#app/test-requests.ts'
import type { TestServer } from '#app/test-server.ts'

/** What tests of signing up ask the server that they start later. */
export function registrationCalls(server: () => TestServer) {
  let made = 0
  const set = (signup: object, others: object = {}) => server().ctx.settings.override({ signup, ...others })
  const send = (method: Method, path: string, payload?: object, as?: string) =>
    server().request({ method, url: `/api/v1/users${path}`, ...(as ? { as } : {}), ...(payload ? { payload } : {}) })
  const register = (payload: object) => send('POST', '/register', payload)
  const request = (payload: object) => send('POST', '/registrations/request', payload)
  /** What somebody signs up with whom no other test knows. */
  const person = (changes: Record<string, unknown> = {}) => {
    const username = `person${++made}`
    return { username, email: `${username}@example.com`, password: 'a good password', ...changes }
  }
  const reasoned = (changes: Record<string, unknown> = {}) =>
    person({ registrationReason: 'I film whales', ...changes })
  const rowOf = (username: string) =>
    server().ctx.db.selectFrom('user').selectAll().where('username', '=', username).executeTakeFirst()
  return { set, send, register, request, person, reasoned, rowOf }
}
