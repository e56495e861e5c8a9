const languages: Record<string, () => Promise<unknown>> = {
  fr: () => import('media-chrome/lang/fr'),
}

/**
 * Defines the control elements, with their labels in the page's language: in several files and so in several tasks, for
 * an element that is defined awakes where it stands. The frame is first, the others register with it.
 */
export async function defineControls(locale: string): Promise<void> {
  await Promise.all([languages[locale.split('-')[0] ?? '']?.(), import('./elements/frame.ts')])
  await Promise.all([
    import('./elements/buttons.ts'),
    import('./elements/screen.ts'),
    import('./elements/seek-bar.ts'),
    import('./elements/volume.ts'),
  ])
}
