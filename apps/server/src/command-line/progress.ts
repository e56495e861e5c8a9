import { formatBytes } from './terminal.ts'

/** ms between two reports: on a terminal the line is rewritten, elsewhere lines add up. */
const every = process.stderr.isTTY ? 200 : 10_000

/** Says on standard error how far a long work is: amount, speed, time left. */
export class Progress {
  readonly #label: string
  readonly #format: (amount: number) => string
  readonly #started = performance.now()
  readonly #timer: NodeJS.Timeout
  #done = 0
  #total: number | undefined

  /** `unit`: what is counted; bytes are formatted. `total`: undefined while it is unknown. */
  constructor(label: string, options: { unit: string; total?: number }) {
    this.#label = label
    this.#total = options.total
    this.#format = options.unit === 'bytes' ? formatBytes : (amount) => `${Math.round(amount)} ${options.unit}`
    this.#timer = setInterval(() => this.#print(), every)
    this.#timer.unref()
  }

  add(amount: number): void {
    this.#done += amount
  }

  raiseTotal(by: number): void {
    this.#total = (this.#total ?? 0) + by
  }

  /** ms since the beginning. */
  end(): number {
    clearInterval(this.#timer)
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
    return performance.now() - this.#started
  }

  #print(): void {
    const seconds = (performance.now() - this.#started) / 1000
    const speed = this.#done / seconds
    const parts = [`${this.#label}: ${this.#format(this.#done)}`]
    if (this.#total) parts[0] += ` of ${this.#format(this.#total)} (${Math.floor((this.#done / this.#total) * 100)} %)`
    if (this.#done > 0) parts.push(`${this.#format(speed)}/s`)
    if (this.#total && speed > 0) parts.push(`${formatTime((this.#total - this.#done) / speed)} left`)
    const line = parts.join(', ')
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
  }
}

/** `45 s`, `3 min 05 s`, `2 h 10 min` */
function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`
  return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`
}
