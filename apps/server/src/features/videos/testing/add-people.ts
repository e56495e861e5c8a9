import type { TestServer } from '#app/test-server.ts'
import { addUser, userPassword } from './add-user.ts'

export interface Person {
  userId: number
  accountId: number
  channelId: number
  username: string
  /** Of the channel. */
  handle: string
  /** An access token. */
  as: string
}

/** A user with a channel who is signed in. `role`: 0 administrator, 1 moderator, 2 user. */
export async function addPerson(server: TestServer, username: string, role = 2): Promise<Person> {
  const ids = await addUser(server.ctx, username, { role })
  return { ...ids, username, handle: `${username}_channel`, as: await server.login(username, userPassword) }
}

/** Users of these roles, by their names, who are signed in: their access tokens. */
export async function addPeople<Name extends string>(
  server: TestServer,
  roles: Record<Name, number>,
): Promise<Record<Name, string>> {
  const tokens = {} as Record<Name, string>
  for (const [name, role] of Object.entries<number>(roles) as [Name, number][]) {
    tokens[name] = (await addPerson(server, name, role)).as
  }
  return tokens
}
