import { readTheme } from '../player/themes.ts'
import { parseTime } from '../video/time.ts'
import { parseCssColour } from './css-colour.ts'

/** How an embed was asked to be (spec 09 §10). */
export type EmbedOptions = ReturnType<typeof readEmbedOptions>

/**
 * The parameters of an embed's address; what makes no sense counts as absent.
 *
 * Known of PeerTube and without a meaning here: `p2p` and `warningTitle` (nothing is fetched from other viewers, so
 * there is nothing to warn of).
 */
export function readEmbedOptions(parameters: URLSearchParams) {
  const flag = (name: string, otherwise: boolean): boolean => {
    const value = parameters.get(name)
    return value === null ? otherwise : value === '1' || value === 'true'
  }
  return {
    start: parseTime(parameters.get('start')),
    stop: parseTime(parameters.get('stop')),
    subtitle: parameters.get('subtitle') || undefined,
    rate: parseRate(parameters.get('playbackRate')),
    muted: parameters.has('muted') ? flag('muted', false) : undefined,
    controls: flag('controls', true),
    controlBar: flag('controlBar', true),
    autoplay: flag('autoplay', false),
    loop: flag('loop', false),
    title: flag('title', true),
    link: flag('peertubeLink', true),
    /** Files as they are instead of HLS, where there are some. */
    plainFiles: !['p2p-media-loader', ''].includes(parameters.get('mode') ?? ''),
    theme: readTheme(parameters.get('playerTheme')),
    /** CSS colours: behind the big play button, and of what the controls are drawn with. */
    bigPlayBackground: parseCssColour(parameters.get('bigPlayBackgroundColor')),
    foreground: parseCssColour(parameters.get('foregroundColor')),
    /** In a playlist, from 1. */
    position: parsePosition(parameters.get('playlistPosition')),
    /** The page around may play by remote control, under this scope. */
    api: flag('api', false),
    scope: parameters.get('scope') || 'peertube',
    /** No form: the page around has the password. */
    waitPassword: flag('waitPasswordFromEmbedAPI', false),
  }
}

function parseRate(text: string | null): number | undefined {
  const rate = Number(text)
  return Number.isFinite(rate) && rate > 0 ? rate : undefined
}

function parsePosition(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
