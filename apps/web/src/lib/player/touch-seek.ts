/** Double tap on the left or right third: ∓10 s, again for each further tap. */
export class TouchSeek {
  readonly #area: HTMLElement
  readonly #video: HTMLVideoElement
  readonly #told: (seconds: number) => void
  #lastTap = 0
  #lastSide = 0
  #sum = 0

  constructor(area: HTMLElement, video: HTMLVideoElement, told: (seconds: number) => void) {
    this.#area = area
    this.#video = video
    this.#told = told
    area.addEventListener('pointerup', this.#tap)
  }

  destroy(): void {
    this.#area.removeEventListener('pointerup', this.#tap)
  }

  #tap = (event: PointerEvent): void => {
    if (
      event.pointerType !== 'touch' ||
      (event.target as Element).closest('button, media-control-bar, media-time-range')
    )
      return
    const box = this.#area.getBoundingClientRect()
    const share = (event.clientX - box.left) / box.width
    const side = share < 1 / 3 ? -1 : share > 2 / 3 ? 1 : 0
    const again = side !== 0 && side === this.#lastSide && event.timeStamp - this.#lastTap < 350
    this.#lastTap = event.timeStamp
    this.#lastSide = side
    if (!again) {
      this.#sum = 0
      return
    }
    this.#sum += side * 10
    this.#video.currentTime = Math.max(0, this.#video.currentTime + side * 10)
    this.#told(this.#sum)
  }
}
