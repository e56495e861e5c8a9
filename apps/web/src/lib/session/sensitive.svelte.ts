import type { ListedVideo } from '../api/types.ts'
import { session } from './session.svelte.ts'
import { store } from './store.ts'

/** What happens to sensitive videos; from strict to open. */
export const sensitivePolicies = ['do_not_list', 'blur', 'warn', 'display'] as const
export type SensitivePolicy = (typeof sensitivePolicies)[number]

const flags = {
  do_not_list: 'nsfwFlagsHidden',
  blur: 'nsfwFlagsBlurred',
  warn: 'nsfwFlagsWarned',
  display: 'nsfwFlagsDisplayed',
} as const
const key = 'nsfw_policy'

/** What who looks wants of sensitive videos: the account's setting, else this browser's, else the server's. */
class Sensitive {
  /** Chosen in this browser by somebody who is not signed in. */
  here = $state<SensitivePolicy>()

  /** Once the page is hydrated: it was rendered for nobody in particular. */
  restore(): void {
    const chosen = store.get(key)
    this.here = sensitivePolicies.find((known) => known === chosen)
  }

  choose(policy: SensitivePolicy): void {
    store.set(key, policy)
    this.restore()
  }

  /** Of one video; a kind that was decided about by itself counts before the rest, the strictest one first. */
  policyFor({ nsfw, nsfwFlags = 0 }: Pick<ListedVideo, 'nsfw' | 'nsfwFlags'>, usual: SensitivePolicy): SensitivePolicy {
    if (!nsfw) return 'display'
    const { me } = session
    if (!me) return this.here ?? usual
    return sensitivePolicies.find((policy) => (me[flags[policy]] & nsfwFlags) !== 0) ?? me.nsfwPolicy
  }
}

export const sensitive = new Sensitive()
