import { extname } from 'node:path'

/** MIME type → extensions, the first of which names stored files (spec 05 §3). */
type TypeTable = Readonly<Record<string, readonly string[]>>

const always: TypeTable = {
  'video/webm': ['.webm'],
  'video/ogg': ['.ogv'],
  'video/mp4': ['.mp4'],
}

const additional: TypeTable = {
  'video/ogg': ['.ogv', '.ogg'],
  'video/x-matroska': ['.mkv'],
  'video/matroska': ['.mkv'],
  'video/quicktime': ['.mov', '.qt', '.mqv'],
  'video/mov': ['.mov'],
  'video/x-m4v': ['.m4v'],
  'video/m4v': ['.m4v'],
  'video/x-flv': ['.flv'],
  'video/x-f4v': ['.f4v'],
  'video/x-ms-wmv': ['.wmv'],
  'video/x-msvideo': ['.avi'],
  'video/avi': ['.avi'],
  'video/3gpp': ['.3gp', '.3gpp'],
  'video/3gpp2': ['.3g2', '.3gpp2'],
  'application/x-nut': ['.nut'],
  'video/mp2t': ['.mts', '.ts'],
  'video/vnd.dlna.mpeg-tts': ['.mts'],
  'video/m2ts': ['.m2ts'],
  'video/mpv': ['.mpv'],
  'video/mpeg2': ['.m2v'],
  'video/mpeg': ['.m1v', '.mpg', '.mpe', '.mpeg', '.vob'],
  'video/dvd': ['.vob'],
  'application/mxf': ['.mxf'],
  // Any extension: the file's own one is kept.
  'application/octet-stream': [],
}

const audio: TypeTable = {
  'audio/mpeg': ['.mp3'],
  'audio/mp3': ['.mp3'],
  'application/ogg': ['.ogg'],
  'audio/ogg': ['.ogg'],
  'audio/x-ms-wma': ['.wma'],
  'audio/wav': ['.wav'],
  'audio/x-wav': ['.wav'],
  'audio/x-flac': ['.flac'],
  'audio/flac': ['.flac'],
  'audio/vnd.dlna.adts': ['.aac'],
  'audio/aac': ['.aac'],
  'audio/m4a': ['.m4a'],
  'audio/x-m4a': ['.m4a'],
  'audio/mp4': ['.m4a'],
  'audio/x-m4b': ['.m4b'],
  'audio/vnd.dolby.dd-raw': ['.ac3'],
  'audio/ac3': ['.ac3'],
}

export interface TypeSettings {
  enabled: boolean
  allow_additional_extensions: boolean
  allow_audio_files: boolean
}

/** What may be uploaded under `settings.transcoding`: without transcoding only what browsers play. */
export function acceptedVideoTypes(transcoding: TypeSettings): TypeTable {
  return {
    ...always,
    ...(transcoding.enabled && transcoding.allow_additional_extensions ? additional : {}),
    ...(transcoding.enabled && transcoding.allow_audio_files ? audio : {}),
  }
}

/** Every accepted extension once, with its dot, as the public configuration lists them. */
export function acceptedVideoExtensions(transcoding: TypeSettings): string[] {
  return [...new Set(Object.values(acceptedVideoTypes(transcoding)).flat())]
}

/** `video/mp4; codecs=…` → `video/mp4` */
export function bareMimeType(mimeType: string): string {
  return mimeType.split(';')[0]!.trim().toLowerCase()
}

/** Extension of the stored file, with its dot; undefined when the type is not accepted (415). */
export function storedExtension(transcoding: TypeSettings, mimeType: string, filename: string): string | undefined {
  const types = acceptedVideoTypes(transcoding)
  const bare = bareMimeType(mimeType)
  if (!Object.hasOwn(types, bare)) return undefined
  const own = extname(filename)
    .toLowerCase()
    .replaceAll(/[^.a-z0-9]/g, '')
  return types[bare]![0] ?? own
}
