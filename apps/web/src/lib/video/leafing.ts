import type { Attachment } from 'svelte/attachments'
import type { ListedVideo } from '../api/types.ts'

/** ms before a resting pointer or focus means it. */
const rest = 350

/** A card whose picture leafs through the video while the pointer or the focus is on it; its script comes then. */
export function leafing(video: Pick<ListedVideo, 'uuid' | 'duration' | 'isLive'>): Attachment<HTMLElement> {
  return (card) => {
    let life: AbortController | undefined
    const start = (event: Event) => {
      const touched = event instanceof PointerEvent && event.pointerType !== 'mouse'
      if (life || touched || video.isLive || matchMedia('(prefers-reduced-motion: reduce)').matches) return
      const { signal } = (life = new AbortController())
      setTimeout(async () => {
        const frame = card.querySelector<HTMLElement>('.frame')
        if (signal.aborted || !frame || frame.classList.contains('veiled')) return
        const { leafThrough } = await import('./leaf-through.ts')
        await leafThrough(frame, video, signal)
      }, rest)
    }
    const stop = () => {
      life?.abort()
      life = undefined
    }
    const listeners = { pointerenter: start, focusin: start, pointerleave: stop, focusout: stop }
    for (const [name, listener] of Object.entries(listeners)) card.addEventListener(name, listener)
    return () => {
      stop()
      for (const [name, listener] of Object.entries(listeners)) card.removeEventListener(name, listener)
    }
  }
}
