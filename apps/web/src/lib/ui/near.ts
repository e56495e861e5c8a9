import type { Attachment } from 'svelte/attachments'

/** Calls once, when the element comes within a screen or so of what is seen. */
export function near(reached: () => void, margin = '800px'): Attachment {
  return (element) => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        observer.disconnect()
        reached()
      },
      { rootMargin: margin },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }
}
