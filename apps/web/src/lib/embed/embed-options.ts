import { parseTime } from '#lib/video/time.ts'

/** How an embed was asked to be (spec 09 §10). */
export type EmbedOptions = ReturnType<typeof readEmbedOptions>

export function readEmbedOptions(parameters: URLSearchParams) {
  const flag = (name: string, otherwise: boolean): boolean => {
    const value = parameters.get(name)
    return value === null ? otherwise : value === '1' || value === 'true'
  }
  return {
    start: parseTime(parameters.get('start')),
    stop: parseTime(parameters.get('stop')),
    subtitle: parameters.get('subtitle') ?? undefined,
    rate: Number(parameters.get('playbackRate')) || undefined,
    muted: parameters.has('muted') ? flag('muted', false) : undefined,
    controls: flag('controls', true),
    controlBar: flag('controlBar', true),
    autoplay: flag('autoplay', false),
    loop: flag('loop', false),
    title: flag('title', true),
    link: flag('peertubeLink', true),
    /** The page around may play by remote control, under this scope. */
    api: flag('api', false),
    scope: parameters.get('scope') || 'peertube',
    /** No form: the page around has the password. */
    waitPassword: flag('waitPasswordFromEmbedAPI', false),
  }
}
