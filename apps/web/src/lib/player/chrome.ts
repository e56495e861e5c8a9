const languages: Record<string, () => Promise<unknown>> = {
  fr: () => import('media-chrome/lang/fr'),
}

/** Defines the control elements, with their labels in the page's language. */
export async function defineControls(locale: string): Promise<void> {
  await languages[locale.split('-')[0] ?? '']?.()
  await import('./control-elements.ts')
}
