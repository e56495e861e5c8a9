import { getBlocklistStatus } from '@sepiola/api-client/endpoints/account-blocklist/get-blocklist-status.ts'
import { getUser } from '@sepiola/api-client/endpoints/users/get-user.ts'
import { call } from '#lib/api/call.ts'
import type { Actor } from '#lib/api/types.ts'
import { mutesOf, type MuteKind, type MuteScope } from '#lib/moderation/mutes.ts'

/** Whether an account, or its server, is muted by who is signed in or for everybody; and banned, for who may know. */
export class ActorStanding {
  readonly handle: string
  readonly host: string
  readonly userId: number | undefined
  banned = $state(false)
  #muted = $state<Partial<Record<`${MuteScope} ${MuteKind}`, boolean>>>({})

  constructor({ name, host, userId }: Pick<Actor, 'name' | 'host' | 'userId'>) {
    this.handle = `${name}@${host}`
    this.host = host
    this.userId = userId
  }

  /** `manages`: users may be looked at. What cannot be asked is not shown. */
  async load(manages: boolean): Promise<void> {
    const query = { accounts: [this.handle], hosts: [this.host] }
    const [status, user] = await Promise.all([
      call(getBlocklistStatus, { query }).catch(() => undefined),
      manages && this.userId !== undefined
        ? call(getUser, { params: { id: this.userId } }).catch(() => undefined)
        : undefined,
    ])
    const [account] = Object.values(status?.accounts ?? {})
    const [server] = Object.values(status?.hosts ?? {})
    this.#muted = {
      'mine accounts': account?.blockedByUser ?? false,
      'instance accounts': account?.blockedByServer ?? false,
      'mine servers': server?.blockedByUser ?? false,
      'instance servers': server?.blockedByServer ?? false,
    }
    this.banned = user?.blocked ?? false
  }

  isMuted(scope: MuteScope, kind: MuteKind): boolean {
    return this.#muted[`${scope} ${kind}`] ?? false
  }

  /** Rejects as `call` does; nothing has changed then. */
  async mute(scope: MuteScope, kind: MuteKind, wanted: boolean): Promise<void> {
    const { mute, unmute } = mutesOf(scope, kind)
    await (wanted ? mute : unmute)(kind === 'accounts' ? this.handle : this.host)
    this.#muted = { ...this.#muted, [`${scope} ${kind}`]: wanted }
  }
}
