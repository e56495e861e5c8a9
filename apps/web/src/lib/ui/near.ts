import type { Attachment } from 'svelte/attachments'

/** Calls once, when the element comes as near as `margin` to what is seen. */
export function near(reached: () => void, margin: string): Attachment {
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
