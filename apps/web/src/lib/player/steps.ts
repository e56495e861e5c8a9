/** The way to another video. */
export interface Step {
  /** Says where it leads. */
  label: string
  go: () => void
}

/** What lies before and after a video: in its playlist, or what was watched and what could be. */
export interface Steps {
  previous?: Step | undefined
  next?: Step | undefined
}
