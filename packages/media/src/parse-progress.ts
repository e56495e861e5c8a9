export interface FfmpegProgress {
  /** seconds of output written */
  outTime: number
  /** 0–100, whole; undefined when the duration is unknown */
  percent: number | undefined
  /** multiple of real time; undefined before ffmpeg knows it */
  speed: number | undefined
}

/**
 * Reads the `key=value` blocks of `ffmpeg -progress`.
 * @param duration seconds of the whole output, 0 when unknown
 * @returns takes chunks of text as they come, gives the newest complete report, if the chunk ended one
 */
export function createProgressParser(duration: number): (chunk: string) => FfmpegProgress | undefined {
  let rest = ''
  let outTime = 0
  let speed: number | undefined
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    let report: FfmpegProgress | undefined
    for (const line of lines) {
      const [key, value = ''] = line.split('=', 2)
      if (key === 'out_time_us' || key === 'out_time_ms') {
        // Both are microseconds, whatever the second is called; negative or N/A before the first frame.
        const microseconds = Number(value)
        if (microseconds > 0) outTime = Math.max(outTime, microseconds / 1e6)
      } else if (key === 'speed') {
        const factor = Number.parseFloat(value)
        speed = Number.isFinite(factor) ? factor : undefined
      } else if (key === 'progress') {
        const percent = duration > 0 ? Math.min(100, Math.floor((outTime / duration) * 100)) : undefined
        report = { outTime, percent: value.trim() === 'end' && duration > 0 ? 100 : percent, speed }
      }
    }
    return report
  }
}
