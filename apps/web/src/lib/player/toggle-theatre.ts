import { memory } from './memory.ts'

/** The picture takes the whole width of the page, or gives it back. */
export function toggleTheatre(): void {
  const root = document.documentElement
  const wide = root.dataset['theatre'] === undefined
  if (wide) root.dataset['theatre'] = ''
  else delete root.dataset['theatre']
  memory.saveTheatre(wide)
}
