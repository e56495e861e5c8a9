/** The control elements that the player uses, and nothing else of media-chrome. */
export async function defineControls(locale: string): Promise<void> {
  await Promise.all([
    import('media-chrome/media-controller'),
    import('media-chrome/media-control-bar'),
    import('media-chrome/media-fullscreen-button'),
    import('media-chrome/media-loading-indicator'),
    import('media-chrome/media-mute-button'),
    import('media-chrome/media-pip-button'),
    import('media-chrome/media-play-button'),
    import('media-chrome/media-preview-thumbnail'),
    import('media-chrome/media-preview-time-display'),
    import('media-chrome/media-preview-chapter-display'),
    import('media-chrome/media-time-display'),
    import('media-chrome/media-time-range'),
    import('media-chrome/media-volume-range'),
    languages[locale.split('-')[0] ?? '']?.(),
  ])
}

const languages: Record<string, () => Promise<unknown>> = {
  fr: () => import('media-chrome/lang/fr'),
}
