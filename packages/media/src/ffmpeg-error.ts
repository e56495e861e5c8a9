/** ffmpeg failed; `message` names the cause in words for the person who sent the file. */
export class FfmpegError extends Error {
  override name = 'FfmpegError'
  /** undefined when a signal ended the process */
  readonly exitCode: number | undefined
  /** The last lines that ffmpeg wrote, for the log. */
  readonly stderr: string

  constructor(
    message: string,
    { exitCode, stderr, cause }: { exitCode?: number; stderr?: string; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.exitCode = exitCode
    this.stderr = stderr ?? ''
  }
}

/** The caller's signal stopped the process. */
export class FfmpegCancelledError extends FfmpegError {
  override name = 'FfmpegCancelledError'
}

/** The process ran longer than it may. */
export class FfmpegTimeoutError extends FfmpegError {
  override name = 'FfmpegTimeoutError'
}

const CAUSES: readonly (readonly [pattern: RegExp, toMessage: (match: RegExpExecArray) => string])[] = [
  [/No space left on device/, () => 'The disk is full'],
  [/Cannot allocate memory/, () => 'There is not enough memory'],
  [/Unknown encoder '([^']+)'/, ([, name]) => `ffmpeg was built without the encoder ${name}`],
  [/(?:Decoder \(codec |Unknown decoder ')([^)']+)/, ([, name]) => `The codec ${name} is unknown to ffmpeg`],
  [/No such filter: '([^']+)'/, ([, name]) => `ffmpeg was built without the filter ${name}`],
  [/moov atom not found/, () => 'The file is truncated: its index is missing'],
  [/partial file|Truncating packet|truncated/i, () => 'The file is truncated'],
  [/Could not find codec parameters/, () => 'The file is damaged: a stream cannot be identified'],
  [/matches no streams/, () => 'The file lacks a stream that was expected'],
  [/([^\s:]+): No such file or directory/, ([, path]) => `${path} does not exist`],
  [/([^\s:]+): Permission denied/, ([, path]) => `${path} may not be opened`],
  [/Invalid data found when processing input/, () => 'The file is damaged or in an unknown format'],
  [/Nothing was written|Output file is empty/i, () => 'The file holds no picture or sound that can be read'],
]

/** Puts what ffmpeg wrote before it failed into words; undefined when it said nothing known. */
export function explainFailure(stderr: string): string | undefined {
  for (const [pattern, toMessage] of CAUSES) {
    const match = pattern.exec(stderr)
    if (match) return toMessage(match)
  }
  return undefined
}
