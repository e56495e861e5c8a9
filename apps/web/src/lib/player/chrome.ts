const languages: Record<string, () => Promise<unknown>> = {
  fr: () => import('media-chrome/lang/fr'),
}

/** Defines the control elements, with their labels in the page's language. */
export async function defineControls(locale: string): Promise<void> {
  await languages[locale.split('-')[0] ?? '']?.()
  await import('./control-elements.ts')
  // Two tasks, so that a slow processor answers in between.
  await new Promise((resolve) => setTimeout(resolve))
  await import('./slider-elements.ts')
}
