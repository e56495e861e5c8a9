import type { Caption } from '../api/types.ts'

/** Shows the captions of a language, or none; they stay the browser's own text tracks. */
export function showCaptions(media: HTMLMediaElement, language: string | undefined): void {
  for (const track of media.textTracks) {
    if (track.kind !== 'captions' && track.kind !== 'subtitles') continue
    track.mode = track.language === language ? 'showing' : 'disabled'
  }
}

/** The first wish that there are captions for, else the first of all. */
export function preferredCaption(captions: readonly Caption[], wishes: (string | undefined)[]): string | undefined {
  const languages = captions.map((caption) => caption.language.id ?? '')
  return wishes.find((wanted) => wanted && languages.includes(wanted)) ?? languages[0]
}
