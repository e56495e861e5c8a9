import bcrypt from 'bcrypt'
import pLimit from 'p-limit'

/** 2^cost rounds; about 50 ms on a thread of the pool. */
const cost = 10

/** Hashing runs on the thread pool that also reads files: half of its four threads stay free. */
const inTurn = pLimit(2)

/** Compared with when there is no account, so that the time of an answer tells nothing. */
const hashOfNobody = '$2b$10$IrA2eggx4FQL1sPyzBwsiewS0..AAhn7eMgqIeazpt4B23t6hSMCW'

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => bcrypt.hash(password, cost))
}

/** Takes as long for a missing hash as for a wrong password. */
export async function isPasswordMatch(password: string, hash: string | null | undefined): Promise<boolean> {
  const matches = await inTurn(() => bcrypt.compare(password, hash ?? hashOfNobody))
  return matches && Boolean(hash)
}
