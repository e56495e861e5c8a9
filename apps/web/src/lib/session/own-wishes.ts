import { sensitive } from './sensitive.svelte.ts'
import { session } from './session.svelte.ts'
import { videoLanguages } from './video-languages.svelte.ts'

interface Wishes {
  languageOneOf?: string[]
  nsfw?: 'false' | 'both'
}

/** Languages of the videos that who looks wants to see in lists; none: all of them. */
export const wishedLanguages = (): string[] => (session.me ? session.me.videoLanguages : videoLanguages.here) ?? []

/** What lists and searches leave out unless they ask for it: the account's settings, else this browser's. */
export function ownWishes(asked: Readonly<Record<string, unknown>>): Wishes {
  const { me } = session
  const wishes: Wishes = {}
  const languages = wishedLanguages()
  if (languages.length > 0 && !asked['languageOneOf']) wishes.languageOneOf = languages
  // The server knows what members want.
  if (!me && sensitive.here && !asked['nsfw']) wishes.nsfw = sensitive.here === 'do_not_list' ? 'false' : 'both'
  return wishes
}
