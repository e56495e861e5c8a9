/** What servers accept at all times (spec 05 §3). */
const ALWAYS: Table = [
  ['video/webm', ['.webm']],
  ['video/ogg', ['.ogv']],
  ['video/mp4', ['.mp4']],
]

/** More video formats, once they are transcoded. */
const ADDITIONAL: Table = [
  ['video/x-matroska', ['.mkv']],
  ['video/matroska', ['.mkv']],
  ['video/quicktime', ['.mov', '.qt', '.mqv']],
  ['video/mov', ['.mov']],
  ['video/x-m4v', ['.m4v']],
  ['video/m4v', ['.m4v']],
  ['video/x-flv', ['.flv']],
  ['video/x-f4v', ['.f4v']],
  ['video/x-ms-wmv', ['.wmv']],
  ['video/x-msvideo', ['.avi']],
  ['video/avi', ['.avi']],
  ['video/3gpp', ['.3gp', '.3gpp']],
  ['video/3gpp2', ['.3g2', '.3gpp2']],
  ['application/x-nut', ['.nut']],
  ['video/mp2t', ['.mts', '.ts']],
  ['video/vnd.dlna.mpeg-tts', ['.mts']],
  ['video/m2ts', ['.m2ts']],
  ['video/mpv', ['.mpv']],
  ['video/mpeg2', ['.m2v']],
  ['video/mpeg', ['.m1v', '.mpg', '.mpe', '.mpeg', '.vob']],
  ['video/dvd', ['.vob']],
  ['application/mxf', ['.mxf']],
]

const AUDIO: Table = [
  ['audio/mpeg', ['.mp3']],
  ['audio/mp3', ['.mp3']],
  ['application/ogg', ['.ogg']],
  ['audio/ogg', ['.ogg']],
  ['audio/x-ms-wma', ['.wma']],
  ['audio/wav', ['.wav']],
  ['audio/x-wav', ['.wav']],
  ['audio/x-flac', ['.flac']],
  ['audio/flac', ['.flac']],
  ['audio/vnd.dlna.adts', ['.aac']],
  ['audio/aac', ['.aac']],
  ['audio/m4a', ['.m4a']],
  ['audio/x-m4a', ['.m4a']],
  ['audio/mp4', ['.m4a']],
  ['audio/x-m4b', ['.m4b']],
  ['audio/vnd.dolby.dd-raw', ['.ac3']],
  ['audio/ac3', ['.ac3']],
]

/** Any extension: the client's file name decides. */
const UNKNOWN_MIME = 'application/octet-stream'

type Table = readonly (readonly [mime: string, extensions: readonly string[]])[]

export interface InputSettings {
  enabled: boolean
  allow_additional_extensions: boolean
  allow_audio_files: boolean
}

/** MIME type → extensions that uploads may have under these `transcoding` settings. */
function acceptedTypes(settings: InputSettings): ReadonlyMap<string, readonly string[]> {
  const additional = settings.enabled && settings.allow_additional_extensions
  const types = new Map<string, readonly string[]>(ALWAYS)
  if (additional) {
    types.set('video/ogg', ['.ogv', '.ogg'])
    for (const [mime, extensions] of ADDITIONAL) types.set(mime, extensions)
    types.set(UNKNOWN_MIME, [])
  }
  if (settings.enabled && settings.allow_audio_files) {
    for (const [mime, extensions] of AUDIO) types.set(mime, extensions)
  }
  return types
}

/** `.mp4`, `.mkv`, … without duplicates; shown in the server's public configuration. */
export function acceptedExtensions(settings: InputSettings): string[] {
  return [...new Set([...acceptedTypes(settings).values()].flat())]
}

export function isAcceptedMime(mime: string, settings: InputSettings): boolean {
  return acceptedTypes(settings).has(normalizeMime(mime))
}

/**
 * Extension of the stored file: the first of its MIME type, else that of the client's file name.
 * @returns with the dot, lowercase; empty when neither has one; undefined when the type is not accepted
 */
export function storedExtension(mime: string, filename: string, settings: InputSettings): string | undefined {
  const ofMime = acceptedTypes(settings).get(normalizeMime(mime))
  return ofMime && (ofMime[0] ?? /\.[a-z0-9]+$/.exec(filename.toLowerCase())?.[0] ?? '')
}

/** The last MIME type of an extension wins, as the field's servers have it. */
const EXTENSION_TO_MIME = new Map<string, string>(
  [...ALWAYS, ['video/ogg', ['.ogv']] as const, ...ADDITIONAL, ...AUDIO].flatMap(([mime, extensions]) =>
    extensions.map((extension) => [extension, mime] as const),
  ),
)

/**
 * MIME type by which a media file is served.
 * @param extension with the dot
 * @param hasVideo false for an `.mp4` that holds only sound
 */
export function mimeOfExtension(
  extension: string,
  { hasVideo = true }: { hasVideo?: boolean } = {},
): string | undefined {
  const lower = extension.toLowerCase()
  if (lower === '.mp4' && !hasVideo) return 'audio/mp4'
  return EXTENSION_TO_MIME.get(lower)
}

function normalizeMime(mime: string): string {
  return mime.split(';')[0]!.trim().toLowerCase()
}
