import type { TestServer } from '#app/test-server.ts'
import { addUser } from '#features/videos/testing/add-user.ts'

/** Users of the server that a test starts later. */
export function userRows(server: () => TestServer) {
  let made = 0
  /** Somebody whom no other test knows. */
  const freshUser = async (role = 2) => {
    const name = `fresh${++made}`
    return { name, ...(await addUser(server().ctx, name, { role })) }
  }
  const row = (id: number) =>
    server().ctx.db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return { freshUser, row }
}
